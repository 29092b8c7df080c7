package dev.deft.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whatever the sweeper is about to do, sleep or end, what is entered meanwhile is swept. */
class SweeperTest {
    private final AtomicBoolean entered = new AtomicBoolean();

    /** Something to do on the sweeper's way to sleep. */
    private volatile Runnable fallingAsleep = () -> {};

    private final Sweeper.Table table = new Sweeper.Table() {
        @Override
        public boolean sweep() {
            return entered.getAndSet(false);
        }

        @Override
        public void tidy() {
            fallingAsleep.run();
        }
    };

    @Test
    void wakesHoweverDeepItSleeps() {
        enterAgainAndAgain(new Sweeper("test-sleeping", table, 1, TimeUnit.HOURS.toNanos(1)));
    }

    @Test
    void startsAgainAfterItsEnd() {
        enterAgainAndAgain(new Sweeper("test-ending", table, 1, 0));
    }

    @Test
    void sweepsWhatIsEnteredWhileItFallsAsleep() throws InterruptedException {
        Sweeper sweeper = new Sweeper("test-falling-asleep", table, 1, TimeUnit.HOURS.toNanos(1));
        CountDownLatch second = new CountDownLatch(2);
        fallingAsleep = () -> {
            if (second.getCount() == 2) {
                entered.set(true);
                sweeper.ensureAwake(); // which it is, so far
            }
            second.countDown();
        };
        sweeper.ensureAwake();
        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(entered).isFalse();
    }

    private void enterAgainAndAgain(Sweeper sweeper) {
        for (int i = 0; i < 500; i++) {
            for (int pause = i % 20 * 5_000; pause > 0; pause--) {
                Thread.onSpinWait(); // to meet it at every point of its way
            }
            entered.set(true);
            sweeper.ensureAwake();
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (entered.get()) {
                assertThat(System.nanoTime() - patience).isNegative();
            }
        }
    }
}
