package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.time.Duration;

/** Durations as expressions, in the largest unit that needs no fraction. */
final class Durations {
    private Durations() {}

    static CodeBlock of(Duration duration) {
        if (duration.isZero()) {
            return CodeBlock.of("$T.ZERO", RuntimeClasses.DURATION);
        }
        long seconds = duration.getSeconds();
        if (duration.getNano() == 0) {
            return whole(seconds);
        }
        if (duration.getNano() % 1_000_000 == 0 && seconds < Long.MAX_VALUE / 1_000 - 1) {
            return call("ofMillis", duration.toMillis());
        }
        if (seconds < Long.MAX_VALUE / 1_000_000_000 - 1) {
            return call("ofNanos", duration.toNanos());
        }
        return CodeBlock.of(
                "$T.ofSeconds($L, $L)", RuntimeClasses.DURATION, Numbers.of(seconds), Numbers.of(duration.getNano()));
    }

    private static CodeBlock whole(long seconds) {
        if (seconds % 86_400 == 0) {
            return call("ofDays", seconds / 86_400);
        }
        if (seconds % 3_600 == 0) {
            return call("ofHours", seconds / 3_600);
        }
        return seconds % 60 == 0 ? call("ofMinutes", seconds / 60) : call("ofSeconds", seconds);
    }

    private static CodeBlock call(String method, long amount) {
        return CodeBlock.of("$T.$L($L)", RuntimeClasses.DURATION, method, Numbers.of(amount));
    }
}
