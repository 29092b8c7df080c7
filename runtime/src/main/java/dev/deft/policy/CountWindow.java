package dev.deft.policy;

/** The last so many calls: two rings of bits. */
final class CountWindow extends CallWindow {
    private final int size;
    private final long[] failed;
    private final long[] lagged;

    /** Where the next call goes; the oldest stands there once the window is full. */
    private int next;

    CountWindow(int size) {
        this.size = size;
        this.failed = new long[(size + 63) >> 6];
        this.lagged = new long[(size + 63) >> 6];
    }

    @Override
    void add(boolean hasFailed, boolean wasSlow, long now) {
        int word = next >> 6;
        long bit = 1L << next; // shifts by the low six bits
        if (calls < size) {
            calls++;
        }
        failures += change(failed, word, bit, hasFailed);
        slow += change(lagged, word, bit, wasSlow);
        next = next + 1 == size ? 0 : next + 1;
    }

    private static int change(long[] bits, int word, long bit, boolean set) {
        boolean was = (bits[word] & bit) != 0;
        if (was == set) {
            return 0;
        }
        bits[word] ^= bit;
        return set ? 1 : -1;
    }

    @Override
    void expire(long now) {}

    @Override
    boolean isFullOfSuccesses() {
        return calls == size && failures == 0 && slow == 0;
    }
}
