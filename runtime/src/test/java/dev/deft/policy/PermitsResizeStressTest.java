package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permits that become more and fewer while many take and return them, give up and are refused; then the books. */
@Timeout(120)
class PermitsResizeStressTest {
    private static final int THREADS = 16;
    private static final int ROUNDS = 1_500;
    private static final int MOST = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theBooksAreRightAfterwards(long seed) throws InterruptedException {
        Deft deft = Deft.builder().build();
        Subject subject = new Subject(deft, TaskName.named("stress"));
        Permits permits = new Permits(4);
        int size = 4;
        AtomicInteger inside = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        SplittableRandom random = new SplittableRandom(seed);
        CountDownLatch ended = new CountDownLatch(THREADS);
        List<Thread> threads = new ArrayList<>();
        List<AtomicReference<TaskContext.Cancellable>> contexts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            SplittableRandom own = random.split();
            AtomicReference<TaskContext.Cancellable> current =
                    new AtomicReference<>(TaskContext.current().withCancel());
            contexts.add(current);
            PermitWait wait = new PermitWait(
                    switch (i % 4) {
                        case 0 -> Duration.ZERO;
                        case 1 -> Duration.ofNanos(20_000);
                        default -> null;
                    },
                    i % 5 == 0 ? 3 : Integer.MAX_VALUE);
            Runnable work = () -> {
                try {
                    for (int round = 0; round < ROUNDS; round++) {
                        TaskContext.Cancellable context = TaskContext.current().withCancel();
                        current.set(context);
                        context.run(() -> round(subject, permits, wait, inside, own));
                    }
                } catch (Throwable thrown) {
                    failure.compareAndSet(null, thrown);
                } finally {
                    ended.countDown();
                }
            };
            threads.add(
                    i % 2 == 0
                            ? Thread.ofVirtual().unstarted(work)
                            : Thread.ofPlatform().unstarted(work));
        }
        threads.forEach(Thread::start);
        while (ended.getCount() > 0) {
            int next = 1 + random.nextInt(MOST);
            permits.resize(next);
            size = next;
            contexts.get(random.nextInt(THREADS)).get().cancel();
            ended.await(20, java.util.concurrent.TimeUnit.MICROSECONDS);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failure.get()).isNull();
        assertThat(inside).hasValue(0);
        assertThat(permits.isAtRest()).isTrue();
        assertThat(permits.count()).isEqualTo(size);
        deft.close();
    }

    @SuppressWarnings("ThreadPriorityCheck") // lets the others in between
    private static void round(
            Subject subject, Permits permits, PermitWait wait, AtomicInteger inside, SplittableRandom random) {
        try {
            if (!permits.take()) {
                wait.await(subject, permits, "limit");
            }
        } catch (CancellationException | dev.deft.LimitExceededException refused) {
            return;
        }
        if (inside.incrementAndGet() > MOST) {
            throw new AssertionError("more inside than there ever were permits");
        }
        if (random.nextBoolean()) {
            Thread.yield();
        }
        inside.decrementAndGet();
        permits.giveBack();
    }
}
