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
        InterruptGuard guarded = guard;
        this.timer = time.schedule(nanos, () -> guarded.fire(time));
    }

    @Override
    @Nullable
    TimeoutPolicy end() {
        timer.cancel();
        return guard.finish() ? policy : null;
    }
}
