package dev.deft.metrics;

import dev.deft.CircuitOpenException;
import dev.deft.LimitExceededException;
import dev.deft.RateLimitExceededException;
import dev.deft.TaskRejectedException;
import java.util.Locale;

/** What turned a call away, as the tag {@code reason} of {@link DeftMeter#REJECTIONS} says. */
enum Rejection {
    LIMIT,
    RATE,
    CIRCUIT,
    /** Any other reason: the runtime is closed, or a pool is full. */
    OTHER;

    static Rejection of(TaskRejectedException reason) {
        return switch (reason) {
            case LimitExceededException limit -> LIMIT;
            case RateLimitExceededException rate -> RATE;
            case CircuitOpenException circuit -> CIRCUIT;
            default -> OTHER;
        };
    }

    /** The value of the tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
