package dev.deft.policy;

import dev.deft.internal.InterruptGuard;
import dev.deft.time.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A watch with a timer of its own: exact, on any time, at the price of two objects and a queue. */
final class ExactWatch extends TimeoutWatch {
    private final TimeoutPolicy policy;
    private final long nanos;
    private final InterruptGuard guard = new InterruptGuard();
    private final TimeSource.Timer timer;

    ExactWatch(TimeoutPolicy policy, TimeSource time, long nanos) {
        this.policy = policy;
        this.nanos = nanos;
        this.timer = time.schedule(nanos, new Alarm(this, time));
    }

    @Override
    @Nullable
    Expired end() {
        timer.cancel();
        if (!guard.finish()) {
            return null;
        }
        policy.overdue().ended(this);
        return new Expired(policy, Duration.ofNanos(nanos));
    }

    /** Interrupts the attempt; its text tells people what is due. */
    private record Alarm(ExactWatch watch, TimeSource time) implements Runnable {
        @Override
        public void run() {
            Overdue overdue = watch.policy.overdue();
            overdue.began(watch); // before its owner can find out and end it
            if (!watch.guard.fire(time)) {
                overdue.ended(watch);
            }
        }

        @Override
        public String toString() {
            return watch.policy.toString();
        }
    }
}
