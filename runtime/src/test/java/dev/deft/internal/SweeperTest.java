package dev.deft.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the sweeper is about to do, sleep or end, what is entered meanwhile is swept. */
@Timeout(60)
class SweeperTest {
    private final AtomicBoolean entered = new AtomicBoolean();
    private final Sweeper.Table table = new Sweeper.Table() {
        @Override
        public boolean sweep() {
            return entered.getAndSet(false);
        }

        @Override
        public void tidy() {}
    };

    @Test
    void wakesHoweverDeepItSleeps() {
        enterAgainAndAgain(new Sweeper("test-sleeping", table, 1, TimeUnit.HOURS.toNanos(1)));
    }

    @Test
    void startsAgainAfterItsEnd() {
        enterAgainAndAgain(new Sweeper("test-ending", table, 1, 0));
    }

    private void enterAgainAndAgain(Sweeper sweeper) {
        for (int i = 0; i < 2_000; i++) {
            LockSupport.parkNanos(i % 100 * 30_000L); // up to three periods, to meet it at every point of its way
            entered.set(true);
            sweeper.ensureAwake();
            while (entered.get()) {
                Thread.onSpinWait();
            }
        }
    }
}
