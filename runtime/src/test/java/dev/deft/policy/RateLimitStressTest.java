package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.RateLimitExceededException;
import dev.deft.Task;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tokens under everything that can end a wait; then the books. */
@Timeout(120)
class RateLimitStressTest {
    private static final TaskName NAME = TaskName.named("stress");
    private static final int BURST = 5;
    private static final long TOKEN = 10_000_000;

    private record Passed(long at, int tokens) {}

    /** Tasks that weigh, wait, are cancelled, interrupted, refused and run out of time. */
    @RepeatedTest(10)
    void neverMoreThanTheRateOverAnyWindow(RepetitionInfo repetition) {
        VirtualTime time = new VirtualTime();
        Deft deft = Deft.builder().time(time).build();
        RateLimitSettings settings = RateLimitSettings.permits(100).burst(BURST);
        RateMeter meter = new RateMeter(time, settings);
        ConcurrentLinkedQueue<Passed> passed = new ConcurrentLinkedQueue<>();
        AtomicReference<Throwable> unexpected = new AtomicReference<>();
        AtomicInteger cut = new AtomicInteger();
        DeadlinePolicy deadline = deft.policies().deadline(NAME, Duration.ofMillis(35));
        Subject subject = new Subject(deft, NAME);
        List<Task<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Random random = new Random(repetition.getCurrentRepetition() * 100L + i);
            tasks.add(deft.start(NAME, () -> {
                for (int round = 0; round < 30; round++) {
                    int tokens = 1 + random.nextInt(BURST);
                    Thread self = Thread.currentThread();
                    if (random.nextInt(4) == 0) {
                        time.schedule(random.nextInt(100_000_000), () -> time.interrupt(self));
                    }
                    DeadlineScope scope = random.nextInt(4) == 0 ? deadline.open() : null;
                    try {
                        meter.acquire(subject, tokens);
                        passed.add(new Passed(time.nanoTime(), tokens));
                    } catch (TaskInterruptedException | RateLimitExceededException | DeadlineExceededException end) {
                        cut.incrementAndGet();
                        Thread.interrupted();
                    } catch (CancellationException cancelled) {
                        cut.incrementAndGet();
                        return;
                    } catch (Throwable thrown) {
                        unexpected.compareAndSet(null, thrown);
                    } finally {
                        try {
                            if (scope != null) {
                                scope.close();
                            }
                        } catch (DeadlineExceededException late) {
                            Thread.interrupted();
                        }
                    }
                }
            }));
        }
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 10; i++) {
            Task<Void> victim = tasks.get(random.nextInt(tasks.size()));
            time.schedule(random.nextInt(500_000_000), () -> victim.cancel(true));
        }
        tasks.forEach(task -> task.terminated().join());
        assertThat(unexpected.get()).isNull();
        assertThat(cut.get()).isPositive();
        assertThat(passed.size()).isGreaterThan(40);
        List<Passed> all = new ArrayList<>(passed);
        all.sort(Comparator.comparingLong(Passed::at));
        for (int from = 0; from < all.size(); from++) {
            long sum = 0;
            for (int to = from; to < all.size(); to++) {
                sum += all.get(to).tokens;
                long stretch = all.get(to).at - all.get(from).at;
                assertThat(sum).isLessThanOrEqualTo(BURST + stretch / TOKEN);
            }
        }
        time.advance(Duration.ofSeconds(3)); // what was given up after others had built upon it stays taken till then
        assertThat(meter.state().available()).isEqualTo(BURST);
        deft.close();
    }

    /** While the time stands still, as many pass as there are tokens, whatever the interleaving, settings that change too. */
    @Test
    void asManyPassAsThereAreTokens() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            VirtualTime time = VirtualTime.manual();
            Deft deft = Deft.builder().time(time).build();
            RateLimitSettings settings =
                    RateLimitSettings.permits(100).burst(100).maxWait(Duration.ZERO);
            RateLimitPolicy rate = deft.policies().rateLimit(NAME, settings);
            AtomicInteger passed = new AtomicInteger();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int call = 0; call < 60; call++) {
                        try {
                            rate.acquire(1 + call % 2);
                            passed.addAndGet(1 + call % 2);
                        } catch (RateLimitExceededException refused) {
                            // refused, and took nothing
                        }
                    }
                }));
            }
            for (int change = 0; change < 20; change++) {
                rate.change(settings.per(Duration.ofSeconds(1 + change % 3)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(passed).hasValue(100);
            assertThat(rate.state().available()).isZero();
        }
    }
}
