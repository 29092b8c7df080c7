package dev.deft;

import java.util.List;

/**
 * What became of the tasks of a runtime that was shut down. Those that ended in time are not in it.
 *
 * @param cutOff tasks that were cancelled because the time was up, and have ended
 * @param running tasks that were cancelled and run all the same: their bodies ignore the interrupt
 */
public record ShutdownReport(List<Task<?>> cutOff, List<Task<?>> running) {
    /** Keeps copies of the lists. */
    public ShutdownReport {
        cutOff = List.copyOf(cutOff);
        running = List.copyOf(running);
    }

    /**
     * Whether every task ended in time.
     *
     * @return true if nothing was cut off
     */
    public boolean isClean() {
        return cutOff.isEmpty() && running.isEmpty();
    }
}
