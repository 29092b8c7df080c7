package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.LimitExceededException;
import dev.deft.TaskContext;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** After any mixture of entering, leaving, waiting and giving up, the books are balanced. */
@Timeout(60)
class LimitStressTest {
    private static final int CALLS = 2_000;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicLong passed = new AtomicLong();
    private final AtomicReference<Throwable> unexpected = new AtomicReference<>();

    @RepeatedTest(20)
    void booksAreBalanced(RepetitionInfo repetition) throws InterruptedException {
        Random seeds = new Random(repetition.getCurrentRepetition());
        int permits = 1 + seeds.nextInt(3);
        Policies policies = Deft.builder().build().policies();
        TaskName name = TaskName.named("stress");
        Permits books = new Permits(permits);
        Subject subject = new Subject(Deft.builder().build(), name);
        LimitSettings patient = LimitSettings.permits(permits);
        LimitPolicy[] limits = {
            new LimitPolicy(subject, patient, books),
            new LimitPolicy(subject, patient.maxWait(Duration.ZERO), books),
            new LimitPolicy(subject, patient.maxWait(Duration.ofNanos(20_000)), books),
            new LimitPolicy(subject, patient.maxQueue(2), books),
        };
        DeadlinePolicy deadline = policies.deadline(name, Duration.ofNanos(50_000));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long seed = seeds.nextLong();
            Runnable work = () -> work(new Random(seed), limits, deadline, threads);
            Thread thread = i % 2 == 0
                    ? Thread.ofPlatform().unstarted(work)
                    : Thread.ofVirtual().unstarted(work);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(unexpected.get()).isNull();
        assertThat(most.get()).isLessThanOrEqualTo(permits);
        assertThat(passed.get()).isPositive();
        assertThat(inside).hasValue(0);
        assertThat(books.isAtRest()).isTrue();
        assertThat(books.count()).isEqualTo(permits);
    }

    private void work(Random random, LimitPolicy[] limits, DeadlinePolicy deadline, List<Thread> threads) {
        try {
            for (int i = 0; i < CALLS; i++) {
                if (random.nextInt(8) == 0) {
                    threads.get(random.nextInt(threads.size())).interrupt();
                }
                LimitPolicy limit = limits[random.nextInt(limits.length)];
                try {
                    switch (random.nextInt(4)) {
                        case 0 -> Call.bounded(deadline, () -> enter(limit, random));
                        case 1 -> cancelled(limit, random);
                        case 2 -> enterInterruptibly(limit, random);
                        default -> enter(limit, random);
                    }
                } catch (LimitExceededException
                        | TaskInterruptedException
                        | InterruptedException
                        | CancellationException
                        | DeadlineExceededException expected) {
                    Thread.interrupted();
                }
            }
        } catch (Throwable failure) {
            unexpected.compareAndSet(null, failure);
        }
    }

    private void cancelled(LimitPolicy limit, Random random) throws Throwable {
        try (var context = TaskContext.current().withCancel()) {
            Thread canceller = Thread.startVirtualThread(context::cancel);
            try {
                context.call(() -> enter(limit, random));
            } finally {
                boolean interrupted = Thread.interrupted();
                canceller.join();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private Object enter(LimitPolicy limit, Random random) throws Throwable {
        return Call.limited(limit, () -> body(random));
    }

    private void enterInterruptibly(LimitPolicy limit, Random random) throws InterruptedException {
        limit.acquireInterruptibly();
        try {
            body(random);
        } finally {
            limit.release();
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // lets the others come
    private Object body(Random random) {
        int now = inside.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
        passed.incrementAndGet();
        for (int i = random.nextInt(3); i > 0; i--) {
            Thread.yield();
        }
        inside.decrementAndGet();
        return now;
    }
}
