package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TaskTrackerTest {
    private static final TaskName NAME = TaskName.of("shop.PaymentService", "charge", "Order");

    private final VirtualTime time = new VirtualTime();
    private final TaskTracker tracker = new TaskTracker(3);
    private final Deft deft = Deft.builder().time(time).listener(tracker).build();

    @AfterEach
    void close() {
        deft.close();
    }

    @Test
    void remembersWhatATaskGave() {
        Task<String> task = deft.start(NAME, () -> {
            time.sleep(Duration.ofSeconds(2));
            return "receipt";
        });
        task.join();
        TrackedTask tracked = tracker.find(task.id());
        assertThat(tracked).isNotNull();
        assertThat(tracked.name()).isEqualTo(NAME);
        assertThat(tracked.status()).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(tracked.result()).isEqualTo("receipt");
        assertThat(tracked.failure()).isNull();
        assertThat(tracked.attempts()).isEqualTo(1);
        assertThat(tracked.thread()).isEqualTo("PaymentService.charge");
        assertThat(tracked.isDone()).isTrue();
        assertThat(Duration.between(tracked.started(), tracked.ended())).isEqualTo(Duration.ofSeconds(2));
        assertThat(tracked.parentId()).matches("0{16}");
        assertThat(tracked.traceId()).isEqualTo(task.context().traceId());
    }

    @Test
    void remembersWhatATaskThrew() {
        IOException failure = new IOException("a test's");
        RetryPolicy retry =
                deft.policies().retry(NAME, RetrySettings.attempts(3).delay(Duration.ofSeconds(1)));
        Task<Void> task = deft.start(NAME, () -> {
            RetryRun run = retry.failed(null, failure);
            while (run.permitsAnother()) {
                run.backOff();
                run = retry.failed(run, failure);
            }
            throw failure;
        });
        task.terminated().join();
        TrackedTask tracked = tracker.await(task.id());
        assertThat(tracked.failure()).isSameAs(failure);
        assertThat(tracked.status()).isEqualTo(TaskStatus.FAILED);
        assertThat(tracked.attempts()).isEqualTo(3);
        assertThat(tracked.result()).isNull();
    }

    @Test
    void knowsThoseThatRun() {
        Task<Integer> task = deft.start(NAME, () -> {
            Task<Integer> below = deft.start("below", () -> {
                time.sleep(Duration.ofSeconds(9));
                return 1;
            });
            return Task.await(below);
        });
        assertThat(deft.start("look", () -> {
                            time.sleep(Duration.ofSeconds(1));
                            return tracker.running();
                        })
                        .join())
                .extracting(each -> each.name() + " " + each.status())
                .containsExactlyInAnyOrder("PaymentService.charge WAITING", "look RUNNING", "below RUNNING");
        task.join();
        TrackedTask below = tracker.named("below").getFirst();
        assertThat(below.parentId()).isEqualTo(task.id());
        assertThat(tracker.ofTrace(task.context().traceId())).hasSize(2);
        assertThat(tracker.named("shop.PaymentService.charge(Order)")).hasSize(1);
        assertThat(tracker.withStatus(TaskStatus.SUCCEEDED)).hasSize(3);
    }

    @Test
    void knowsThoseThatNeverBegan() {
        try (var context = TaskContext.current().withCancel()) {
            context.cancel();
            Task<Integer> task = context.call(() -> deft.start(NAME, () -> 1));
            TrackedTask tracked = tracker.find(task.id());
            assertThat(tracked.status()).isEqualTo(TaskStatus.CANCELLED);
            assertThat(tracked.failure()).isInstanceOf(CancellationException.class);
            assertThat(tracked.attempts()).isZero();
        }
    }

    @Test
    void knowsSynchronousCalls() {
        Call call = deft.begin(NAME);
        String id = TaskContext.current().id();
        assertThat(tracker.find(id).isDone()).isFalse();
        call.succeeded();
        assertThat(tracker.await(id).status()).isEqualTo(TaskStatus.SUCCEEDED);
    }

    @Test
    void forgetsTheOldest() {
        for (int i = 0; i < 5; i++) {
            int number = i;
            deft.start("task " + i, () -> number).join();
        }
        assertThat(tracker.tasks()).extracting(TrackedTask::result).containsExactly(2, 3, 4);
        assertThatIllegalArgumentException().isThrownBy(() -> new TaskTracker(-1));
    }

    @Test
    void awaitsTheEnd() {
        Task<Integer> task = deft.start(NAME, () -> {
            time.sleep(Duration.ofSeconds(3));
            return 7;
        });
        deft.start("started", () -> time.sleep(Duration.ofSeconds(1))).join();
        assertThat(tracker.await(task.id()).result()).isEqualTo(7);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
        assertThatThrownBy(() -> tracker.await("nobody")).isInstanceOf(NoSuchElementException.class);
    }
}
