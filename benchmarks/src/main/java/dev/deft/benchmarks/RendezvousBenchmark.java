package dev.deft.benchmarks;

/** One sender, one receiver, no buffer. */
public class RendezvousBenchmark extends PassingWorkload {
    /** For JMH. */
    public RendezvousBenchmark() {
        super(0, 1);
    }
}
