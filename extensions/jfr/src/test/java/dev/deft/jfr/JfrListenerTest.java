package dev.deft.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JfrListenerTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();

    private final Deft deft =
            Deft.builder().time(time).listener(new JfrListener()).build();

    private List<RecordedEvent> recorded(Runnable work) throws IOException {
        Path file = folder.resolve("test.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            work.run();
            deft.close();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.deft."))
                .toList();
    }

    private static List<RecordedEvent> of(List<RecordedEvent> events, String type) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("dev.deft." + type))
                .toList();
    }

    private static void end(Task<?> task) {
        task.handle((result, failure) -> result).join();
    }

    /** As a wrapper with {@code @Retry(attempts = 2)} does it. */
    private static void retried(RetryPolicy retry, IOException failure) throws Throwable {
        RetryRun run = null;
        int attempts = 0;
        while (true) {
            try {
                if (attempts++ == 0) {
                    throw failure;
                }
                return;
            } catch (Throwable thrown) {
                run = retry.failed(run, thrown);
                if (!run.permitsAnother()) {
                    throw thrown;
                }
            }
            run.backOff();
        }
    }

    @Test
    void aRetriedCallIsATaskTwoAttemptsAndAWait() throws Exception {
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(2));
        Task<?>[] task = new Task<?>[1];
        List<RecordedEvent> events = recorded(() -> {
            task[0] = deft.start(CHARGE, () -> retried(retry, new IOException("no answer")));
            end(task[0]);
        });

        assertThat(of(events, "Task")).singleElement().satisfies(event -> {
            assertThat(event.getString("task")).isEqualTo("PaymentService.charge");
            assertThat(event.getString("taskId")).isEqualTo(task[0].id());
            assertThat(event.getString("traceId")).isEqualTo(task[0].context().traceId());
            assertThat(event.getString("outcome")).isEqualTo("SUCCEEDED");
            assertThat(event.getString("failure")).isNull();
            assertThat(event.getInt("attempt")).isEqualTo(2);
            assertThat(event.getDuration()).isPositive();
        });
        assertThat(of(events, "Attempt"))
                .extracting(event -> event.getString("failure"))
                .containsExactlyInAnyOrder("java.io.IOException: no answer", null);
        assertThat(of(events, "Attempt"))
                .extracting(event -> event.getInt("attempt"))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(of(events, "Wait")).singleElement().satisfies(event -> {
            assertThat(event.getString("waitedFor")).isEqualTo("another attempt");
            assertThat(event.getBoolean("admitted")).isTrue();
        });
        assertThat(events).hasSize(4);
    }

    @Test
    void aCallBetweenTwoRecordingsIsInNeither() throws Exception {
        try (Recording first = new Recording()) {
            first.start();
            end(deft.start(CHARGE, () -> "recorded before"));
        }
        end(deft.start(CHARGE, () -> "recorded by nobody"));
        Task<?>[] task = new Task<?>[1];
        List<RecordedEvent> events = recorded(() -> {
            task[0] = deft.start(CHARGE, () -> "recorded");
            end(task[0]);
        });

        assertThat(events).extracting(event -> event.getString("taskId")).containsExactly(task[0].id(), task[0].id());
    }

    @Test
    void waitsRejectionsAndCircuitsAreWritten() throws Exception {
        LimitPolicy limit =
                deft.policies().limit(CHARGE, LimitSettings.permits(1).maxWait(Duration.ofSeconds(1)));
        CircuitBreakerPolicy circuit = deft.policies()
                .circuitBreaker(CHARGE, CircuitBreakerSettings.failureRate(0.5).window(1));
        List<RecordedEvent> events = recorded(() -> {
            limit.acquire();
            end(deft.start(CHARGE, () -> limit.acquire()));
            limit.release();
            circuit.failed(circuit.enter(), new IOException());
        });

        assertThat(of(events, "Wait")).singleElement().satisfies(event -> {
            assertThat(event.getString("waitedFor")).isEqualTo("@Limit(1)");
            assertThat(event.getBoolean("admitted")).isFalse();
        });
        assertThat(of(events, "Rejection"))
                .singleElement()
                .satisfies(event -> assertThat(event.getString("reason")).contains("LimitExceededException"));
        assertThat(of(events, "CircuitChange")).singleElement().satisfies(event -> {
            assertThat(event.getString("before")).isEqualTo("CLOSED");
            assertThat(event.getString("after")).isEqualTo("OPEN");
        });
        assertThat(of(events, "Task"))
                .extracting(event -> event.getString("outcome"))
                .containsExactly("FAILED");
    }

    @Test
    void aCancelledWaitIsWrittenToo() throws Exception {
        RetryPolicy retry =
                deft.policies().retry(CHARGE, RetrySettings.attempts(2).delay(Duration.ofDays(1)));
        List<RecordedEvent> events = recorded(() -> {
            Task<?> task = deft.start(CHARGE, () -> retried(retry, new IOException()));
            try {
                time.sleep(Duration.ofSeconds(1));
            } catch (InterruptedException impossible) {
                throw new AssertionError(impossible);
            }
            task.cancel(true);
            end(task);
        });
        assertThat(of(events, "Wait"))
                .extracting(event -> event.getBoolean("admitted"))
                .containsExactly(false);
        assertThat(of(events, "Task"))
                .extracting(event -> event.getString("outcome"))
                .containsExactly("CANCELLED");
    }

    @Test
    void withoutARecordingNothingIsKept() throws Exception {
        Task<?>[] task = new Task<?>[1];
        task[0] = deft.start(CHARGE, () -> time.sleep(Duration.ofSeconds(5)));
        time.sleep(Duration.ofSeconds(1));
        List<RecordedEvent> events = recorded(() -> end(task[0]));
        assertThat(of(events, "Task")).as("it began before the recording").isEmpty();
    }
}
