package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.TaskName;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A slot, step by step, with the sweeper's part played by hand. */
class SweptWatchTest {
    private final TimeoutPolicy policy =
            Deft.builder().build().policies().timeout(TaskName.named("x"), Duration.ofMinutes(1));
    private final SweptWatch watch = new SweptWatch();

    @AfterEach
    void leavesNothingBehind() {
        assertThat(Thread.interrupted()).isFalse();
    }

    private boolean claim() {
        return watch.claim(Thread.currentThread(), policy, 1);
    }

    @Test
    void whoEndsFirstIsNotInterrupted() {
        assertThat(claim()).isTrue();
        long state = watch.state();
        assertThat(SweptWatch.isBusy(state)).isTrue();
        assertThat(watch.end()).isNull();
        watch.fire(state);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(claim()).isTrue();
        assertThat(watch.end()).isNull();
    }

    @Test
    void whoIsFiredFirstIsInterruptedUntilTheEnd() {
        assertThat(claim()).isTrue();
        watch.fire(watch.state());
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(claim()).isFalse();
        assertThat(watch.end()).isEqualTo(new TimeoutWatch.Expired(policy, Duration.ofNanos(1)));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(claim()).isTrue();
        assertThat(watch.end()).isNull();
    }

    @Test
    void oneUseIsNotTakenForAnother() {
        assertThat(claim()).isTrue();
        long first = watch.state();
        assertThat(watch.end()).isNull();
        assertThat(claim()).isTrue();
        watch.fire(first);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(watch.end()).isNull();
    }

    @Test
    void tidyingDisturbsNobody() {
        assertThat(claim()).isTrue();
        watch.tidy();
        watch.fire(watch.state());
        watch.tidy();
        assertThat(watch.end()).isEqualTo(new TimeoutWatch.Expired(policy, Duration.ofNanos(1)));
        watch.tidy();
        assertThat(claim()).isTrue();
        assertThat(watch.end()).isNull();
    }

    @Test
    void stoppingTwiceIsAnError() {
        assertThat(claim()).isTrue();
        assertThat(watch.end()).isNull();
        assertThatThrownBy(watch::end).isInstanceOf(IllegalStateException.class);
    }
}
