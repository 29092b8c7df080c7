package dev.deft.metrics;

import dev.deft.DeadlineExceededException;
import dev.deft.TaskRejectedException;
import dev.deft.TaskTimeoutException;
import java.util.Locale;

/** How a call ended, as the tag {@code outcome} of {@link DeftMeter#CALLS} says. */
enum CallOutcome {
    SUCCEEDED,
    /** Failed in a way that is none of those below. */
    FAILED,
    /** Was turned away: by a limit, a rate, a circuit, or a runtime that is closed. */
    REJECTED,
    /** The last attempt took longer than its timeout. */
    TIMED_OUT,
    /** The deadline passed. */
    DEADLINE,
    /** Failed with an {@link Error}. */
    PANICKED,
    CANCELLED;

    static CallOutcome of(Throwable failure) {
        return switch (failure) {
            case Error panic -> PANICKED;
            case TaskRejectedException rejection -> REJECTED;
            case TaskTimeoutException timeout -> TIMED_OUT;
            case DeadlineExceededException deadline -> DEADLINE;
            default -> FAILED;
        };
    }

    /** The value of the tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
