package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScheduleTest {
    private static final TaskName NAME = TaskName.of("shop.Rates", "schedulePoll");

    private final VirtualTime time = new VirtualTime();
    private final List<Long> ticks = Collections.synchronizedList(new ArrayList<>());
    private final Deft deft = Deft.builder()
            .time(time)
            .cron(expression -> moment -> {
                if (expression.equals("never")) {
                    return null;
                }
                long seconds = Long.parseLong(expression);
                return Instant.ofEpochSecond((moment.getEpochSecond() / seconds + 1) * seconds);
            })
            .build();

    @AfterEach
    void nothingIsLeft() {
        assertThat(deft.drain(Duration.ofHours(1))).isTrue();
        assertThat(time.agenda()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    /** The moments of runs that take so long each, in milliseconds, until so many have passed. */
    private List<Long> ticks(Schedule schedule, int until, int... lengths) throws InterruptedException {
        return ticks(deft, schedule, until, () -> time.sleep(Duration.ofMillis(length(lengths))));
    }

    private int length(int... lengths) {
        return ticks.size() <= lengths.length ? lengths[ticks.size() - 1] : 0;
    }

    private List<Long> ticks(Deft runtime, Schedule schedule, int until, TaskAction work) throws InterruptedException {
        long beginning = time.elapsed().toMillis();
        Task<Void> ticker = runtime.schedule(NAME, schedule, () -> {
            ticks.add(time.elapsed().toMillis() - beginning);
            work.run();
        });
        time.sleep(Duration.ofMillis(until));
        assertThat(ticker.isDone()).isFalse();
        ticker.cancel(true);
        ticker.terminated().join();
        assertThat(ticker.status()).isEqualTo(TaskStatus.CANCELLED);
        return ticks;
    }

    private static Schedule everySecond() {
        return Schedule.every(Duration.ofSeconds(1));
    }

    @Test
    void itTicksAtAFixedRateFirstAfterOnePeriod() throws InterruptedException {
        assertThat(ticks(everySecond(), 4_500)).containsExactly(1_000L, 2_000L, 3_000L, 4_000L);
    }

    @Test
    void theWorkOfATickDoesNotShiftTheNext() throws InterruptedException {
        assertThat(ticks(everySecond(), 4_500, 900, 100, 999)).containsExactly(1_000L, 2_000L, 3_000L, 4_000L);
    }

    @Test
    void momentsThatPassDuringALongRunAreLeftOut() throws InterruptedException {
        assertThat(ticks(everySecond(), 6_500, 2_500)).containsExactly(1_000L, 4_000L, 5_000L, 6_000L);
    }

    @Test
    void aRunThatEndsJustWhenTheNextIsDueLeavesNothingOut() throws InterruptedException {
        assertThat(ticks(everySecond(), 4_500, 2_000)).containsExactly(1_000L, 3_000L, 4_000L);
    }

    @Test
    void queuedMomentsAreMadeUpFor() throws InterruptedException {
        assertThat(ticks(everySecond().queued(), 5_500, 2_500)).containsExactly(1_000L, 3_500L, 3_500L, 4_000L, 5_000L);
    }

    @Test
    void aDelayIsFromTheEndOfTheRunBefore() throws InterruptedException {
        assertThat(ticks(Schedule.delay(Duration.ofSeconds(1)), 6_500, 2_500, 500))
                .containsExactly(1_000L, 4_500L, 6_000L);
    }

    @Test
    void theFirstMayComeAtOnceOrLater() throws InterruptedException {
        assertThat(ticks(everySecond().initialDelay(Duration.ZERO), 1_500)).containsExactly(0L, 1_000L);
        ticks.clear();
        assertThat(ticks(everySecond().initialDelay(Duration.ofMillis(300)), 2_500))
                .containsExactly(300L, 1_300L, 2_300L);
    }

    @Test
    void jitterPutsARunOffAndShiftsNoOther() throws InterruptedException {
        long[] numbers = {0, Long.MAX_VALUE, 0};
        int[] next = {0};
        RandomGenerator random = new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public long nextLong(long bound) {
                return Math.min(numbers[next[0]++ % numbers.length], bound - 1);
            }
        };
        try (Deft jittered = Deft.builder().time(time).random(random).build()) {
            assertThat(ticks(jittered, everySecond().jitter(Duration.ofMillis(200)), 4_500, () -> {}))
                    .containsExactly(1_000L, 2_200L, 3_000L, 4_000L);
        }
    }

    @Test
    void aFailedRunDoesNotStopTheTicker() throws InterruptedException {
        List<Throwable> failures = List.of(
                new IOException("no connection"), new AssertionError("a bug"), new InterruptedException("a stray one"));
        TaskAction failing = () -> {
            if (ticks.size() <= failures.size()) {
                throw failures.get(ticks.size() - 1);
            }
        };
        assertThat(ticks(deft, everySecond(), 4_500, failing)).containsExactly(1_000L, 2_000L, 3_000L, 4_000L);
    }

    @Test
    void anInterruptThatARunLeavesBehindStopsNothing() throws InterruptedException {
        assertThat(ticks(
                        deft, everySecond(), 3_500, () -> Thread.currentThread().interrupt()))
                .containsExactly(1_000L, 2_000L, 3_000L);
    }

    @Test
    void itEndsInTheMidstOfARunToo() throws InterruptedException {
        assertThat(ticks(everySecond(), 1_500, 60_000)).containsExactly(1_000L);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void itEndsWithTheContextInWhichItWasStarted() throws InterruptedException {
        Task<Void> ticker;
        try (TaskContext.Cancellable context = TaskContext.current().withCancel()) {
            ticker = context.call(() -> deft.schedule(NAME, everySecond(), () -> ticks.add(1L)));
            time.sleep(Duration.ofMillis(2_500));
        }
        ticker.terminated().join();
        assertThat(ticks).hasSize(2);
        assertThat(ticker.isCancelled()).isTrue();
    }

    @Test
    void aCronExpressionMeansMomentsOfTheDay() throws InterruptedException {
        time.sleep(Duration.ofMillis(300));
        assertThat(ticks(Schedule.cron("10"), 35_000)).containsExactly(9_700L, 19_700L, 29_700L);
    }

    @Test
    void cronMomentsOfALongRunAreLeftOutOrMadeUpFor() throws InterruptedException {
        assertThat(ticks(Schedule.cron("10").initialDelay(Duration.ofSeconds(1)), 45_000, 25_000))
                .containsExactly(10_000L, 40_000L);
        ticks.clear();
        time.sleep(Duration.ofSeconds(5));
        assertThat(ticks(Schedule.cron("10").queued().initialDelay(Duration.ofSeconds(1)), 45_000, 25_000))
                .containsExactly(10_000L, 35_000L, 35_000L, 40_000L);
    }

    @Test
    void aCronExpressionWithoutMomentsEndsTheTicker() {
        Task<Void> ticker = deft.schedule(NAME, Schedule.cron("never"), () -> ticks.add(1L));
        ticker.join();
        assertThat(ticks).isEmpty();
    }

    @Test
    void withoutAReaderThereIsNoCron() {
        try (Deft plain = Deft.builder().time(time).build()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> plain.schedule(NAME, Schedule.cron("* * * * *"), () -> {}))
                    .withMessageContaining("Deft.builder().cron(");
        }
    }

    @Test
    void timesThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.every(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.delay(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> everySecond().initialDelay(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> everySecond().jitter(Duration.ofSeconds(-1)));
    }
}
