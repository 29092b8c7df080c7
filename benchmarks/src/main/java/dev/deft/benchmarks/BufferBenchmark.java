package dev.deft.benchmarks;

/** One sender, one receiver, a buffer of 10. */
public class BufferBenchmark extends PassingWorkload {
    /** For JMH. */
    public BufferBenchmark() {
        super(10, 1);
    }
}
