package dev.deft.policy;

/**
 * The calls of the last stretch of time, in {@value #PARTS} parts: the part that is under way and the ones before it. So
 * it sees between nine and ten tenths of the stretch.
 */
final class TimeWindow extends CallWindow {
    /** How finely it forgets. */
    static final int PARTS = 10;

    private final long part;
    private final int[] partCalls = new int[PARTS];
    private final int[] partFailures = new int[PARTS];
    private final int[] partSlow = new int[PARTS];

    /** Number of the part under way, counted from the time zero of the circuit. */
    private long current;

    /**
     * An empty window.
     *
     * @param nanos length of the stretch
     * @param now the time
     */
    TimeWindow(long nanos, long now) {
        this.part = Math.max(1, nanos / PARTS);
        this.current = now / part;
    }

    @Override
    void add(boolean failed, boolean wasSlow, long now) {
        expire(now);
        int index = (int) (current % PARTS);
        partCalls[index]++;
        calls++;
        if (failed) {
            partFailures[index]++;
            failures++;
        }
        if (wasSlow) {
            partSlow[index]++;
            slow++;
        }
    }

    @Override
    void expire(long now) {
        long reached = now / part;
        if (reached - current >= PARTS) {
            current = reached - PARTS; // all that is there goes, in one round
        }
        while (current < reached) {
            current++;
            int index = (int) (current % PARTS);
            calls -= partCalls[index];
            failures -= partFailures[index];
            slow -= partSlow[index];
            partCalls[index] = 0;
            partFailures[index] = 0;
            partSlow[index] = 0;
        }
    }

    @Override
    boolean isFullOfSuccesses() {
        return false; // it has to count successes too
    }
}
