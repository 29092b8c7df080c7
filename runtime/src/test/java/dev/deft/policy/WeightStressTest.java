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
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** Weighted permits, with and without a key, under everything that can end a wait; then the books. */
@Timeout(120)
class WeightStressTest {
    private static final int CALLS = 1_500;
    private static final int PERMITS = 5;

    private final Deft deft = Deft.builder().build();
    private final TaskName name = TaskName.named("stress");
    private final AtomicInteger[] inside = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicReference<Throwable> unexpected = new AtomicReference<>();

    @RepeatedTest(10)
    void booksAreBalanced(RepetitionInfo repetition) throws InterruptedException {
        Permits books = new Permits(PERMITS);
        LimitSettings patient = LimitSettings.permits(PERMITS);
        Subject subject = new Subject(deft, name);
        List<LimitPolicy> policies = List.of(
                new LimitPolicy(subject, patient, books),
                new LimitPolicy(subject, patient.maxWait(Duration.ZERO), books),
                new LimitPolicy(subject, patient.maxWait(Duration.ofNanos(20_000)), books),
                new LimitPolicy(subject, patient.maxQueue(2), books));
        run(repetition.getCurrentRepetition(), (random, body) -> {
            LimitPolicy limit = policies.get(random.nextInt(policies.size()));
            int weight = random.nextInt(PERMITS + 1);
            limit.acquire(weight);
            try {
                body.inside(0, weight);
            } finally {
                limit.release(weight);
            }
        });
        assertThat(books.isAtRest()).isTrue();
        assertThat(books.count()).isEqualTo(PERMITS);
    }

    @RepeatedTest(10)
    void booksAreBalancedByKey(RepetitionInfo repetition) throws InterruptedException {
        KeyedLimit limits =
                deft.policies().keyedLimit(name, LimitSettings.permits(PERMITS).maxKeys(2));
        run(repetition.getCurrentRepetition(), (random, body) -> {
            int key = random.nextInt(3);
            int weight = 1 + random.nextInt(PERMITS);
            LimitPolicy limit = limits.acquire(key, weight);
            try {
                body.inside(key, weight);
            } finally {
                limits.release(limit, weight);
            }
        });
        assertThat(limits.keys()).isZero();
    }

    private interface Body {
        void inside(int key, int weight);
    }

    private interface Call {
        void run(Random random, Body body) throws Exception;
    }

    private void run(long seed, Call call) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<AtomicReference<TaskContext.Cancellable>> contexts = new ArrayList<>();
        DeadlinePolicy deadline = deft.policies().deadline(name, Duration.ofNanos(100_000));
        for (int i = 0; i < 8; i++) {
            Random random = new Random(seed * 31 + i);
            AtomicReference<TaskContext.Cancellable> current =
                    new AtomicReference<>(TaskContext.current().withCancel());
            contexts.add(current);
            Runnable work = () -> {
                for (int round = 0; round < CALLS; round++) {
                    TaskContext.Cancellable context = TaskContext.current().withCancel();
                    current.set(context);
                    context.run(() -> once(random, deadline, call));
                    Thread.interrupted();
                }
            };
            threads.add(
                    i % 2 == 0
                            ? Thread.ofVirtual().unstarted(work)
                            : Thread.ofPlatform().unstarted(work));
        }
        threads.forEach(Thread::start);
        Random random = new Random(seed);
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                int victim = random.nextInt(threads.size());
                if (random.nextBoolean()) {
                    threads.get(victim).interrupt();
                } else {
                    contexts.get(victim).get().cancel();
                }
                thread.join(Duration.ofNanos(30_000));
            }
        }
        assertThat(unexpected.get()).isNull();
        assertThat(passed.get()).isPositive();
        for (AtomicInteger each : inside) {
            assertThat(each).hasValue(0);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // lets the others in between
    private void once(Random random, DeadlinePolicy deadline, Call call) {
        try {
            DeadlineScope scope = random.nextInt(4) == 0 ? deadline.open() : null;
            try {
                call.run(random, (key, weight) -> {
                    if (inside[key].addAndGet(weight) > PERMITS) {
                        unexpected.compareAndSet(null, new AssertionError("more inside than there are permits"));
                    }
                    passed.incrementAndGet();
                    if (random.nextBoolean()) {
                        Thread.yield();
                    }
                    inside[key].addAndGet(-weight);
                    if (random.nextInt(10) == 0) {
                        throw new StackOverflowError("as bodies do");
                    }
                });
            } catch (Throwable failure) {
                if (scope != null) {
                    scope.close(failure);
                }
                throw failure;
            }
            if (scope != null) {
                scope.close();
            }
        } catch (LimitExceededException
                | CancellationException
                | DeadlineExceededException
                | TaskInterruptedException
                | StackOverflowError expected) {
            // the ways in which a call ends
        } catch (Throwable thrown) {
            unexpected.compareAndSet(null, thrown);
        }
    }
}
