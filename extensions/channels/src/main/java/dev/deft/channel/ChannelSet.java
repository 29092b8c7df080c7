package dev.deft.channel;

/** The channels of one select, which it locks together, in the order of their numbers. */
final class ChannelSet {
    private final Channel<?>[] channels;
    private int size;

    ChannelSet(int capacity) {
        channels = new Channel<?>[capacity];
    }

    /** Adds a channel, unless it is in here. */
    void add(Channel<?> channel) {
        int place = size;
        while (place > 0 && channels[place - 1].number > channel.number) {
            place--;
        }
        if (place > 0 && channels[place - 1] == channel) {
            return;
        }
        System.arraycopy(channels, place, channels, place + 1, size - place);
        channels[place] = channel;
        size++;
    }

    /**
     * Locks all. Never waits with a lock in hand: who finds one taken lets go of the others until that is free. It was
     * taken by somebody who goes on, since all take them in the same order.
     */
    void lock() {
        for (int taken = tryLock(); taken < size; taken = tryLock()) {
            SpinLock contended = channels[taken].state;
            contended.lock();
            contended.unlock();
        }
    }

    /** Locks all; if one is taken, none. Gives the place of that one, or the number of all. */
    private int tryLock() {
        for (int i = 0; i < size; i++) {
            if (!channels[i].state.tryLock()) {
                for (int held = 0; held < i; held++) {
                    channels[held].state.unlock();
                }
                return i;
            }
        }
        return size;
    }

    /** Lets go of all, and then wakes whom the one operation that was done under the locks has served. */
    void unlock() {
        Waiter<?> served = null;
        for (int i = 0; i < size; i++) {
            Waiter<?> waiter = channels[i].state.release();
            if (waiter != null) {
                served = waiter;
            }
        }
        if (served != null) {
            served.wake();
        }
    }
}
