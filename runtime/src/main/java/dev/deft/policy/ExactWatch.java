package dev.deft.policy;

import dev.deft.internal.InterruptGuard;
import dev.deft.time.TimeSource;
import org.jspecify.annotations.Nullable;

/** A watch with a timer of its own: exact, on any time, at the price of two objects and a queue. */
final class ExactWatch extends TimeoutWatch {
    private final TimeoutPolicy policy;
    private final InterruptGuard guard = new InterruptGuard();
    private final TimeSource.Timer timer;

    ExactWatch(TimeoutPolicy policy, TimeSource time, long nanos) {
        this.policy = policy;
        this.timer = time.schedule(nanos, new Alarm(guard, time, policy));
    }

    @Override
    @Nullable
    TimeoutPolicy end() {
        timer.cancel();
        return guard.finish() ? policy : null;
    }

    /** Interrupts the attempt; its text tells people what is due. */
    private record Alarm(InterruptGuard guard, TimeSource time, TimeoutPolicy policy) implements Runnable {
        @Override
        public void run() {
            guard.fire(time);
        }

        @Override
        public String toString() {
            return policy.toString();
        }
    }
}
