package dev.deft.policy;

import java.util.concurrent.locks.ReentrantLock;

/** The permits of one limit, and how callers wait for them. Several policies share it by a name. */
final class Gate {
    /** Held while the settings change. */
    private final ReentrantLock changing = new ReentrantLock();

    private final Permits permits;
    private volatile LimitSettings settings;
    private volatile PermitWait wait;

    Gate(LimitSettings settings) {
        this(settings, new Permits(settings.size()));
    }

    Gate(LimitSettings settings, Permits permits) {
        this.permits = permits;
        this.settings = settings;
        this.wait = settings.permitWait();
    }

    Permits permits() {
        return permits;
    }

    LimitSettings settings() {
        return settings;
    }

    /** Goes on after too few permits were found; returns with all of them. */
    void await(Subject subject, int weight, int missing) {
        wait.await(subject, permits, settings.label(), weight, missing);
    }

    /** As {@link #await}, in a method that declares {@link InterruptedException}. */
    void awaitInterruptibly(Subject subject, int weight, int missing) throws InterruptedException {
        wait.awaitInterruptibly(subject, permits, settings.label(), weight, missing);
    }

    /** Checks a weight: who asks for more than there are would wait for ever. */
    void check(Subject subject, int weight) {
        LimitSettings now = settings;
        if (weight < 0 || (weight > now.permits() && now.isEnabled())) {
            throw new IllegalArgumentException(subject.name() + ": a weight of " + weight + " at " + now.label()
                    + ", which takes weights from 0 to " + now.permits());
        }
    }

    /** Goes on with other settings; who is inside stays, who waits keeps its time. */
    void change(LimitSettings changed) {
        changing.lock();
        try {
            permits.resize(changed.size());
            settings = changed;
            wait = changed.permitWait();
        } finally {
            changing.unlock();
        }
    }

    /** Whether a caller would have to wait. */
    boolean isFull() {
        return permits.count() <= 0;
    }

    LimitState state() {
        int taken = (int) Math.min(Integer.MAX_VALUE, permits.taken());
        return new LimitState(settings.permits(), taken, permits.waiting());
    }
}
