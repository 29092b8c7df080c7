package dev.deft.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SleepTest {
    private final VirtualTime time = new VirtualTime();

    @Test
    void sleepsExactlySoLong() throws InterruptedException {
        time.sleep(Duration.ofHours(1));
        assertThat(time.elapsed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void isNotWokenByAPermitLeftBefore() throws InterruptedException {
        time.unpark(Thread.currentThread());
        time.sleep(Duration.ofSeconds(1));
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void noTimeIsNoSleep() throws InterruptedException {
        time.sleep(Duration.ZERO);
        time.sleep(Duration.ofSeconds(-1));
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void anInterruptFromBeforeEndsItAtOnce() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(1))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void anInterruptWakesIt() {
        Thread sleeper = Thread.currentThread();
        time.schedule(Duration.ofSeconds(1).toNanos(), () -> time.interrupt(sleeper));
        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(5))).isInstanceOf(InterruptedException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }
}
