package dev.deft.benchmarks.compiletime;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one run of a compiler took.
 *
 * @param cpuNanos CPU time of the whole process, its start, its compiling to machine code and its garbage collection
 *     included
 * @param allocatedBytes all that was allocated
 * @param heapBytes the most that the heap held, garbage included
 */
record Usage(long cpuNanos, long allocatedBytes, long heapBytes) {
    /** Reads what {@link #toString} wrote. */
    static Usage parse(String line) {
        long[] numbers = Arrays.stream(line.strip().split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        return new Usage(numbers[0], numbers[1], numbers[2]);
    }

    /** Of each figure, the one in the middle. */
    static Usage median(List<Usage> runs) {
        return new Usage(
                median(runs, Usage::cpuNanos), median(runs, Usage::allocatedBytes), median(runs, Usage::heapBytes));
    }

    private static long median(List<Usage> runs, ToLongFunction<Usage> figure) {
        long[] sorted = runs.stream().mapToLong(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        return cpuNanos + " " + allocatedBytes + " " + heapBytes;
    }
}
