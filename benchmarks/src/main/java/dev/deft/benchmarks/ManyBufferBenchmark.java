package dev.deft.benchmarks;

/** Four senders, four receivers, a buffer of 10. */
public class ManyBufferBenchmark extends PassingWorkload {
    /** For JMH. */
    public ManyBufferBenchmark() {
        super(10, 4);
    }
}
