package dev.deft.internal;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Identities in the form of W3C trace context: lower case hexadecimal, never all zero for something that exists. */
final class Ids {
    static final String NO_TASK = "0".repeat(16);
    static final String NO_TRACE = "0".repeat(32);

    private static final String DIGITS = "0123456789abcdef";
    private static final HexFormat HEX = HexFormat.of();

    private Ids() {}

    static String task() {
        return HEX.toHexDigits(nonZero());
    }

    static String trace() {
        return HEX.toHexDigits(nonZero())
                + HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    static boolean isTrace(String id) {
        return id.length() == NO_TRACE.length()
                && !id.equals(NO_TRACE)
                && id.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0);
    }

    private static long nonZero() {
        long bits;
        do {
            bits = ThreadLocalRandom.current().nextLong();
        } while (bits == 0);
        return bits;
    }
}
