package dev.deft.benchmarks.bridges;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Identities as a good engineer makes them up: random, as long as those of W3C's Trace Context. */
final class Identity {
    private static final HexFormat HEX = HexFormat.of();

    private Identity() {}

    static String ofTrace() {
        return HEX.toHexDigits(ThreadLocalRandom.current().nextLong()) + ofTask();
    }

    static String ofTask() {
        return HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
