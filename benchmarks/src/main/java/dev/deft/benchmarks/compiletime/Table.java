package dev.deft.benchmarks.compiletime;

import java.util.Locale;

/** Figures, a line for each size of project and contender. */
final class Table {
    private final StringBuilder text = new StringBuilder("""

            | methods | contender | CPU s | × plain | × hand | ms/method | allocated MB | heap MB |
            | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |
            """);

    /** Adds a line; {@code plain} and {@code hand} are what it is compared with. */
    void add(int methods, String contender, Usage usage, Usage plain, Usage hand) {
        text.append(String.format(
                Locale.ROOT,
                "| %d | %s | %.2f | %.2f | %.2f | %.2f | %d | %d |%n",
                methods,
                contender,
                usage.cpuNanos() / 1e9,
                ratio(usage, plain),
                ratio(usage, hand),
                usage.cpuNanos() / 1e6 / methods,
                usage.allocatedBytes() >> 20,
                usage.heapBytes() >> 20));
    }

    private static double ratio(Usage usage, Usage base) {
        return (double) usage.cpuNanos() / base.cpuNanos();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
