package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.TaskContext;
import dev.deft.TaskWait;
import dev.deft.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads that take, nest, keep reading, give up; then the books. */
@Timeout(120)
class FairLockStressTest {
    private static final int THREADS = 24;
    private static final int ROUNDS = 400;

    private final FairLock lock = new FairLock(TimeSource.system());
    private final AtomicInteger writers = new AtomicInteger();
    private final AtomicInteger readers = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theBooksAreRightAfterwards(long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        CountDownLatch ended = new CountDownLatch(THREADS);
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            workers.add(new Worker(random.split(), i % 3 == 0, ended));
        }
        workers.forEach(worker -> worker.thread.start());
        while (ended.getCount() > 0) {
            Worker victim = workers.get(random.nextInt(THREADS));
            if (random.nextBoolean()) {
                victim.context.cancel();
            } else if (!victim.done) {
                victim.thread.interrupt();
            }
            ended.await(50, TimeUnit.MICROSECONDS);
        }
        for (Worker worker : workers) {
            worker.thread.join();
        }
        assertThat(failure.get()).isNull();
        assertThat(lock.isAtRest()).isTrue();
        assertThat(writers.get() + readers.get()).isZero();
        assertThat(taken.get() + givenUp.get()).isEqualTo(THREADS * ROUNDS);
        assertThat(taken.get()).isPositive();
    }

    private final class Worker implements Runnable {
        final SplittableRandom random;
        final Thread thread;
        final CountDownLatch ended;
        volatile TaskContext.Cancellable context = TaskContext.current().withCancel();
        volatile boolean done;

        Worker(SplittableRandom random, boolean platform, CountDownLatch ended) {
            this.random = random;
            this.ended = ended;
            this.thread = platform
                    ? Thread.ofPlatform().unstarted(this)
                    : Thread.ofVirtual().unstarted(this);
        }

        @Override
        public void run() {
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    context = TaskContext.current().withCancel();
                    context.call(() -> {
                        round();
                        return null;
                    });
                    Thread.interrupted();
                }
            } catch (Throwable thrown) {
                failure.compareAndSet(null, thrown);
            } finally {
                done = true;
                ended.countDown();
            }
        }

        private void round() {
            switch (random.nextInt(4)) {
                case 0, 1 -> reading(random.nextInt(3));
                case 2 -> writing(random.nextInt(3));
                default -> downgrading();
            }
        }

        private boolean enter(boolean writing) {
            TaskWait.Outcome outcome = writing ? lock.lockWriting() : lock.lockReading();
            boolean entered = outcome == TaskWait.Outcome.SIGNALLED;
            (entered ? taken : givenUp).incrementAndGet();
            return entered;
        }

        private void reading(int depth) {
            if (!enter(false)) {
                return;
            }
            readers.incrementAndGet();
            check(writers.get() == 0, "a writer beside a reader");
            for (int i = 0; i < depth; i++) {
                check(lock.lockReading() == TaskWait.Outcome.SIGNALLED, "who reads never waits");
            }
            work();
            for (int i = 0; i < depth; i++) {
                lock.unlockReading();
            }
            check(writers.get() == 0, "a writer beside a reader");
            readers.decrementAndGet();
            lock.unlockReading();
        }

        private void writing(int depth) {
            if (!enter(true)) {
                return;
            }
            check(writers.incrementAndGet() == 1 && readers.get() == 0, "a writer is alone");
            for (int i = 0; i < depth; i++) {
                check(lock.lockWriting() == TaskWait.Outcome.SIGNALLED, "who writes never waits");
            }
            work();
            for (int i = 0; i < depth; i++) {
                lock.unlockWriting();
            }
            check(writers.get() == 1 && readers.get() == 0, "a writer is alone");
            writers.decrementAndGet();
            lock.unlockWriting();
        }

        private void downgrading() {
            if (!enter(true)) {
                return;
            }
            check(writers.incrementAndGet() == 1 && readers.get() == 0, "a writer is alone");
            check(lock.lockReading() == TaskWait.Outcome.SIGNALLED, "who writes may read");
            readers.incrementAndGet();
            work();
            writers.decrementAndGet();
            lock.unlockWriting();
            check(writers.get() == 0, "no writer before I have read");
            work();
            readers.decrementAndGet();
            lock.unlockReading();
        }

        @SuppressWarnings("ThreadPriorityCheck") // lets the others in between
        private void work() {
            for (int i = random.nextInt(4); i > 0; i--) {
                Thread.yield();
            }
        }

        private void check(boolean holds, String rule) {
            if (!holds) {
                throw new AssertionError(rule);
            }
        }
    }
}
