package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deft.Deft;
import dev.deft.RetryAfter;
import dev.deft.TaskEvent;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final RetrySettings FIVE = RetrySettings.attempts(5).delay(Duration.ofSeconds(1));

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();

    /** When each attempt began, in milliseconds. */
    private final List<Long> begun = new ArrayList<>();

    private RetryPolicy policy(RetrySettings settings) {
        return deft.policies().retry(CHARGE, settings);
    }

    private Throwable failing(RetrySettings settings, Throwable... failures) {
        return catchThrowable(() -> Call.retried(policy(settings), () -> {
            begun.add(time.elapsed().toMillis());
            throw failures[Math.min(begun.size(), failures.length) - 1];
        }));
    }

    @Test
    void waitsExactlyAsSaid() {
        IOException failure = new IOException();
        assertThat(failing(FIVE, failure)).isSameAs(failure);
        assertThat(begun).containsExactly(0L, 1000L, 3000L, 7000L, 15000L);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void oneAttemptIsNoRetry() {
        failing(RetrySettings.attempts(1), new IOException());
        assertThat(begun).containsExactly(0L);
    }

    @Test
    void endsWithTheFirstSuccess() throws Throwable {
        String result = Call.retried(policy(FIVE), () -> {
            begun.add(time.elapsed().toMillis());
            if (begun.size() < 3) {
                throw new IOException();
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(begun).containsExactly(0L, 1000L, 3000L);
    }

    @Test
    void goesOnForAsLongAsItTakes() throws Throwable {
        int attempts = Call.retried(
                policy(RetrySettings.unlimitedAttempts()
                        .delay(Duration.ofSeconds(1))
                        .maxDelay(Duration.ofSeconds(1))),
                () -> {
                    begun.add(0L);
                    if (begun.size() < 10_000) {
                        throw new IOException();
                    }
                    return begun.size();
                });
        assertThat(attempts).isEqualTo(10_000);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(9_999));
    }

    @Test
    void keepsEarlierFailuresInOrder() {
        Throwable[] failures = {new IOException("1"), new RuntimeException("2"), new IOException("3")};
        Throwable thrown = failing(RetrySettings.attempts(3), failures);
        assertThat(thrown).isSameAs(failures[2]);
        assertThat(thrown.getSuppressed()).containsExactly(failures[0], failures[1]);
    }

    @Test
    void keepsTheLatestEight() {
        Throwable[] failures = new Throwable[12];
        for (int i = 0; i < failures.length; i++) {
            failures[i] = new IOException(Integer.toString(i));
        }
        Throwable thrown = failing(RetrySettings.attempts(12), failures);
        assertThat(thrown).isSameAs(failures[11]);
        assertThat(thrown.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("3", "4", "5", "6", "7", "8", "9", "10");
    }

    @Test
    void theSameFailureTwiceIsKeptOnce() {
        IOException same = new IOException("same");
        IOException other = new IOException("other");
        assertThat(failing(FIVE, same, other, same, other, same).getSuppressed())
                .containsExactly(other);
    }

    @Test
    void aFailureThatSuppressesNothingIsThrownAllTheSame() {
        class Bare extends Exception {
            private static final long serialVersionUID = 1L;

            Bare() {
                super(null, null, false, false);
            }
        }
        assertThat(failing(RetrySettings.attempts(2), new IOException(), new Bare()))
                .isInstanceOf(Bare.class)
                .hasNoSuppressedExceptions();
    }

    @Test
    void retriesOnlyWhatItIsTold() {
        RetrySettings settings = FIVE.on(FailureFilter.on(IOException.class).except(FileNotFoundException.class));
        FileNotFoundException last = new FileNotFoundException();
        IOException first = new IOException();
        assertThat(failing(settings, first, last)).isSameAs(last).hasSuppressedException(first);
        assertThat(begun).hasSize(2);
    }

    @Test
    void looksThroughWhatFuturesPutAround() {
        RetrySettings settings = RetrySettings.attempts(2).on(FailureFilter.on(IOException.class));
        CompletionException thrown = new CompletionException(new IOException());
        assertThat(failing(settings, thrown)).isSameAs(thrown);
        assertThat(begun).hasSize(2);
    }

    @Test
    void neverRetriesACancellation() {
        for (Throwable failure : new Throwable[] {new CancellationException(), new InterruptedException()}) {
            begun.clear();
            assertThat(failing(FIVE.on(FailureFilter.on(failure.getClass(), Throwable.class)), failure))
                    .isSameAs(failure);
            assertThat(begun).hasSize(1);
        }
    }

    @Test
    void retriesAnErrorOnlyIfItIsNamed() {
        Error error = new StackOverflowError();
        failing(FIVE, error);
        assertThat(begun).hasSize(1);
        failing(FIVE.on(FailureFilter.on(IOException.class).alongCauses()), new Error(new IOException()));
        assertThat(begun).hasSize(2);
        begun.clear();
        failing(FIVE.on(FailureFilter.on(StackOverflowError.class)), error);
        assertThat(begun).hasSize(5);
        begun.clear();
        failing(FIVE.on(FailureFilter.on(Throwable.class)), error);
        assertThat(begun).hasSize(5);
    }

    @Test
    void doesNotRetryWhileTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        Throwable thrown = failing(FIVE, new IOException());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOf(IOException.class);
        assertThat(begun).hasSize(1);
    }

    @Test
    void waitsAsLongAsAFailureAsks() {
        failing(FIVE.maxDelay(Duration.ofSeconds(3)), new Busy(Duration.ofMillis(2500)));
        assertThat(begun).containsExactly(0L, 2500L, 5000L, 8000L, 11000L);
    }

    @Test
    void whatAFailureAsksForMayBeLongerThanTheLongestDelay() {
        failing(RetrySettings.attempts(2).maxDelay(Duration.ofSeconds(3)), new Busy(Duration.ofMinutes(5)));
        assertThat(begun).containsExactly(0L, 300_000L);
    }

    @Test
    void asksAlongCausesOnlyIfTold() {
        RetrySettings two = RetrySettings.attempts(2).delay(Duration.ofSeconds(1));
        failing(two, new CompletionException(new Busy(Duration.ofSeconds(5))));
        assertThat(begun).containsExactly(0L, 5000L);
        failing(two, new RuntimeException(new Busy(Duration.ofSeconds(5))));
        assertThat(begun).endsWith(5000L, 6000L);
        failing(
                two.on(FailureFilter.on(Exception.class).alongCauses()),
                new RuntimeException(new Busy(Duration.ofSeconds(5))));
        assertThat(begun).endsWith(6000L, 11000L);
    }

    @Test
    void aBrokenAnswerIsNoWait() {
        failing(RetrySettings.attempts(2).delay(Duration.ofSeconds(1)), new Busy(Duration.ofSeconds(-5)));
        failing(RetrySettings.attempts(2).delay(Duration.ofSeconds(1)), new Busy(null));
        assertThat(begun).containsExactly(0L, 1000L, 1000L, 2000L);
    }

    @Test
    void doesNotBeginAWaitThatWouldEndTooLate() {
        IOException failure = new IOException();
        assertThat(failing(FIVE.maxDuration(Duration.ofMillis(6999)), failure)).isSameAs(failure);
        assertThat(begun).containsExactly(0L, 1000L, 3000L);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
        begun.clear();
        failing(FIVE.maxDuration(Duration.ofSeconds(7)), failure);
        assertThat(begun).hasSize(4);
    }

    @Test
    void theTimeOfAttemptsCounts() {
        RetryPolicy retry = policy(FIVE.maxDuration(Duration.ofSeconds(5)));
        RetryRun run = retry.begin();
        time.advance(Duration.ofSeconds(4));
        run = retry.failed(run, new IOException());
        assertThat(run.permitsAnother()).isTrue();
        run.backOff();
        assertThat(retry.failed(run, new IOException()).permitsAnother()).isFalse();
    }

    @Test
    void waitsAsComputed() {
        RetryPolicy retry =
                policy(RetrySettings.attempts(9).maxDelay(Duration.ofSeconds(1)).computedDelays());
        RetryRun run = retry.failed(null, new Busy(Duration.ofSeconds(3)));
        assertThat(run.permitsAnother()).isTrue();
        run.backOff(Duration.ofSeconds(7));
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(7));
        run.backOff(Duration.ofSeconds(-7)); // the failure asks for more
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
        run.backOff(null);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(13));
    }

    @Test
    void doesNotBeginAComputedWaitThatWouldEndTooLate() {
        RetryPolicy retry = policy(FIVE.maxDuration(Duration.ofMillis(500)).computedDelays());
        IOException first = new IOException();
        IOException second = new IOException();
        RetryRun run = retry.failed(retry.begin(), first);
        assertThat(run.permitsAnother()).isTrue();
        run.backOff(Duration.ofMillis(400));
        run = retry.failed(run, second);
        assertThat(run.permitsAnother()).isTrue();
        RetryRun last = run;
        assertThat(catchThrowable(() -> last.backOff(Duration.ofMillis(200))))
                .isSameAs(second)
                .hasSuppressedException(first);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void aResultThatIsNotWantedIsRetriedToo() {
        RetryPolicy retry = policy(RetrySettings.attempts(3).delay(Duration.ofSeconds(1)));
        RetryRun run = retry.unsatisfied(null);
        assertThat(run.permitsAnother()).isTrue();
        assertThat(run.failure()).isNull();
        assertThat(run.attempt()).isEqualTo(1);
        run.backOff();
        IOException failure = new IOException();
        run = retry.failed(run, failure);
        assertThat(run.permitsAnother()).isTrue();
        assertThat(run.failure()).isSameAs(failure);
        run.backOff();
        run = retry.unsatisfied(run);
        assertThat(run.attempt()).isEqualTo(3);
        assertThat(run.permitsAnother()).isFalse();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void afterAComputedWaitThatWasCutComesTheLastAttempt() {
        RetryPolicy retry = policy(FIVE.maxDuration(Duration.ofMillis(500)).computedDelays());
        RetryRun run = retry.unsatisfied(retry.begin());
        assertThat(run.permitsAnother()).isTrue();
        run.backOff(Duration.ofSeconds(2));
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(500));
        assertThat(retry.unsatisfied(run).permitsAnother()).isFalse();
    }

    @Test
    void anObjectionEndsTheRun() {
        RetryPolicy retry = policy(FIVE);
        IOException first = new IOException();
        IOException second = new IOException();
        RetryRun run = retry.failed(null, first);
        assertThat(run.permitsAnother() && run.keepsOn(true)).isTrue();
        run = retry.failed(run, second);
        assertThat(run.permitsAnother()).isTrue();
        assertThat(second).hasNoSuppressedExceptions();
        assertThat(run.keepsOn(false)).isFalse();
        assertThat(second.getSuppressed()).containsExactly(first);
    }

    @Test
    void jitterComesFromTheRuntimesChance() {
        List<Duration> runs = new ArrayList<>();
        for (int seed : new int[] {7, 7, 8}) {
            VirtualTime own = new VirtualTime();
            RetryPolicy retry = Deft.builder()
                    .time(own)
                    .random(new Random(seed))
                    .build()
                    .policies()
                    .retry(CHARGE, FIVE.fullJitter());
            assertThatThrownBy(() -> Call.retried(retry, () -> {
                        throw new IOException();
                    }))
                    .isInstanceOf(IOException.class);
            runs.add(own.elapsed());
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).isNotEqualTo(runs.get(2)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void tellsItsListeners() {
        List<TaskEvent> events = new ArrayList<>();
        Deft observed = Deft.builder().time(time).listener(events::add).build();
        IOException failure = new IOException();
        RetryPolicy twice =
                observed.policies().retry(CHARGE, RetrySettings.attempts(2).delay(Duration.ofSeconds(1)));
        assertThatThrownBy(() -> Call.retried(twice, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(events).hasSize(4);
        assertThat(events.get(0)).isInstanceOfSatisfying(TaskEvent.AttemptFailed.class, event -> {
            assertThat(event.attempt()).isEqualTo(1);
            assertThat(event.failure()).isSameAs(failure);
            assertThat(event.name()).isEqualTo(CHARGE);
        });
        assertThat(events.get(1)).isInstanceOfSatisfying(TaskEvent.RetryScheduled.class, event -> {
            assertThat(event.attempt()).isEqualTo(2);
            assertThat(event.delay()).isEqualTo(Duration.ofSeconds(1));
            assertThat(event.toString()).contains("attempt=2, delay=1s");
        });
        assertThat(events.get(2))
                .isInstanceOfSatisfying(
                        TaskEvent.AttemptStarted.class,
                        event -> assertThat(event.attempt()).isEqualTo(2));
        assertThat(events.get(3)).isInstanceOf(TaskEvent.AttemptFailed.class);
    }

    private static final class Busy extends Exception implements RetryAfter {
        private static final long serialVersionUID = 1L;

        private final Duration after;

        Busy(Duration after) {
            this.after = after;
        }

        @Override
        public Duration retryAfter() {
            return after;
        }
    }
}
