package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.deft.Deft;
import dev.deft.LimitExceededException;
import dev.deft.Task;
import dev.deft.TaskBody;
import dev.deft.TaskEvent;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What listeners are told beside the begin and the end of a task, with numbers and times. */
@Timeout(60)
class EventsTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");

    private final VirtualTime time = new VirtualTime();
    private final List<TaskEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final Deft deft = Deft.builder().time(time).listener(events::add).build();
    private final AtomicInteger attempts = new AtomicInteger();

    private <E extends TaskEvent> List<E> told(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private TaskBody<String> failing(int times) {
        return () -> {
            time.sleep(Duration.ofSeconds(1));
            if (attempts.incrementAndGet() <= times) {
                throw new IOException();
            }
            return "receipt";
        };
    }

    @Test
    void attemptsHaveABeginAndCallsALength() {
        RetryPolicy retry =
                deft.policies().retry(CHARGE, RetrySettings.attempts(3).delay(Duration.ofSeconds(2)));
        deft.start(CHARGE, () -> Call.retried(retry, failing(1))).join();

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Started", "AttemptFailed", "RetryScheduled", "AttemptStarted", "Succeeded");
        assertThat(told(TaskEvent.AttemptStarted.class))
                .extracting(TaskEvent.AttemptStarted::attempt)
                .containsExactly(2);
        assertThat(told(TaskEvent.Succeeded.class))
                .extracting(TaskEvent.Succeeded::elapsed)
                .containsExactly(Duration.ofSeconds(4));
        deft.close();
    }

    @Test
    void theLengthOfASynchronousCallIsTold() {
        dev.deft.Call call = deft.begin(CHARGE);
        time.advance(Duration.ofSeconds(3));
        call.failed(new IOException());
        assertThat(told(TaskEvent.Failed.class))
                .extracting(TaskEvent.Failed::elapsed)
                .containsExactly(Duration.ofSeconds(3));
        deft.close();
    }

    @Test
    void aTaskThatNeverBeganTookNoTime() {
        Deft closed = Deft.builder().time(time).listener(events::add).build();
        closed.close();
        Task<?> refused = closed.start(CHARGE, () -> {});
        assertThat(refused).isCompletedExceptionally();
        assertThat(told(TaskEvent.Failed.class))
                .extracting(TaskEvent.Failed::elapsed)
                .containsExactly(Duration.ZERO);
        deft.close();
    }

    @Test
    void waitsHaveALengthAndAnOutcome() throws InterruptedException {
        LimitPolicy limit =
                deft.policies().limit(CHARGE, LimitSettings.permits(1).maxWait(Duration.ofSeconds(5)));
        limit.acquire();
        assertThatThrownBy(limit::acquire).isInstanceOf(LimitExceededException.class);
        Task<?> patient = deft.start(CHARGE, () -> {
            limit.acquire();
            limit.release();
        });
        time.sleep(Duration.ofSeconds(2));
        limit.release();
        patient.join();

        assertThat(told(TaskEvent.Waited.class))
                .extracting(TaskEvent.Waited::duration, TaskEvent.Waited::admitted)
                .containsExactly(tuple(Duration.ofSeconds(5), false), tuple(Duration.ofSeconds(2), true));
        deft.close();
    }

    @Test
    void ratesTellOfTheirWaitsToo() {
        RateLimitPolicy rate = deft.policies().rateLimit(CHARGE, RateLimitSettings.permits(1));
        rate.acquire();
        rate.acquire();
        assertThat(told(TaskEvent.Limited.class)).hasSize(1);
        assertThat(told(TaskEvent.Waited.class))
                .singleElement()
                .satisfies(wait -> assertThat(wait.duration()).isEqualTo(Duration.ofSeconds(1)))
                .satisfies(wait -> assertThat(wait.admitted()).isTrue());
        deft.close();
    }

    @Test
    void hedgesArePartsOfTheirCall() {
        HedgePolicy hedge = deft.policies().hedge(CHARGE, HedgeSettings.after(Duration.ofMillis(50)));
        Task<String> task = deft.start(
                CHARGE,
                () -> hedge.call(() -> {
                    deft.policies().limit(CHARGE, LimitSettings.permits(2)).acquire();
                    if (attempts.incrementAndGet() == 1) {
                        time.sleep(Duration.ofHours(1));
                    }
                    return "quick";
                }));
        assertThat(task.join()).isEqualTo("quick");

        assertThat(told(TaskEvent.Started.class)).hasSize(1);
        assertThat(told(TaskEvent.HedgeStarted.class))
                .extracting(TaskEvent.HedgeStarted::attempt)
                .containsExactly(2);
        assertThat(told(TaskEvent.HedgeWon.class))
                .extracting(TaskEvent.HedgeWon::attempt)
                .containsExactly(2);
        assertThat(events).extracting(event -> event.context().id()).containsOnly(task.id());
        assertThat(told(TaskEvent.Succeeded.class)).hasSize(1);
        deft.close();
        assertThat(told(TaskEvent.Cancelled.class)).isEmpty();
    }

    @Test
    void whatRunsAndWhatIsDueCanBeNamed() throws InterruptedException {
        TimeoutPolicy timeout = deft.policies().timeout(CHARGE, Duration.ofSeconds(2));
        TimeoutWatch watch = timeout.start();
        assertThat(time.agenda()).containsExactly("@Timeout of 2s of PaymentService.charge, due after 2s");
        watch.stop();
        Task<?> task = deft.start(
                CHARGE,
                deft.policies().deadline(CHARGE, Duration.ofSeconds(9)),
                () -> time.sleep(Duration.ofSeconds(5)));
        time.sleep(Duration.ofSeconds(1));
        List<Task<?>> running = deft.runningTasks();
        List<String> agenda = time.agenda();
        task.join();

        assertThat(running.size()).isEqualTo(1);
        assertThat(running.getFirst() == task).isTrue();
        assertThat(agenda)
                .containsExactly(
                        "PaymentService.charge waits, due after 5s",
                        "the deadline of PaymentService.charge, due after 9s");
        deft.close();
        assertThat(deft.runningTasks().isEmpty()).isTrue();
        assertThat(time.agenda()).isEmpty();
    }
}
