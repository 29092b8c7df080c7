package dev.deft.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SystemTimeTest {
    private final TimeSource time = TimeSource.system();

    @Test
    void anActionThatDoesNotReturnHoldsBackNoOther() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        time.schedule(0, () -> {
            begun.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ended.countDown();
        });
        begun.await();
        time.schedule(0, second::countDown);

        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
        release.countDown();
        ended.await();
    }

    @Test
    void whatIsCalledOffDoesNotRun() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch later = new CountDownLatch(1);
        time.schedule(TimeUnit.HOURS.toNanos(1), never::countDown).cancel();
        time.schedule(1_000_000, later::countDown);

        later.await();
        assertThat(never.getCount()).isEqualTo(1);
    }
}
