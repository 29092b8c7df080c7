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
        this.timer = time.schedule(nanos, new Alarm(guard, time, policy));
    }

    @Override
    @Nullable
    Expired end() {
        timer.cancel();
        return guard.finish() ? new Expired(policy, Duration.ofNanos(nanos)) : null;
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
