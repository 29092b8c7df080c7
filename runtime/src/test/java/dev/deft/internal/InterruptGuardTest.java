package dev.deft.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.time.TimeSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptGuardTest {
    /** Where nobody can be woken. */
    private static final class Broken implements TimeSource {
        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void park(Object blocker) {}

        @Override
        public void parkUntil(Object blocker, long nanoTime) {}

        @Override
        public void unpark(Thread thread) {}

        @Override
        public void interrupt(Thread thread) {
            throw new OutOfMemoryError("no memory to wake anybody");
        }

        @Override
        public Timer schedule(long delayNanos, Runnable action) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void anInterruptThatFailsDoesNotKeepTheOwnerWaiting() {
        InterruptGuard guard = new InterruptGuard();

        assertThatThrownBy(() -> guard.fire(new Broken())).isInstanceOf(OutOfMemoryError.class);

        assertThat(guard.finish()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }
}
