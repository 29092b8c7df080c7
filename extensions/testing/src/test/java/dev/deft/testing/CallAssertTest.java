package dev.deft.testing;

import static dev.deft.testing.DeftAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.LimitExceededException;
import dev.deft.Task;
import dev.deft.TaskEvent;
import dev.deft.TaskName;
import dev.deft.TaskStatus;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetrySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@DeftTest
class CallAssertTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");

    private static RecordedCall failed(Deft deft, Recording recording) {
        deft.start(CHARGE, () -> {
                    throw new IOException("the bank does not answer");
                })
                .handle((result, failure) -> result)
                .join();
        return recording.call("PaymentService.charge");
    }

    @Test
    void whatIsTrueHolds(Deft deft, Recording recording) {
        RecordedCall call = failed(deft, recording);
        assertThat(call)
                .hasAttempts(1)
                .waited()
                .took(Duration.ZERO)
                .failedWith(IOException.class)
                .story(TaskEvent.Started.class, TaskEvent.Failed.class)
                .storyContains(TaskEvent.Failed.class)
                .failure()
                .hasMessage("the bank does not answer");
        assertThat(call.id()).hasSize(16).isNotEqualTo("0".repeat(16));
        assertThat(call.traceId()).hasSize(32);
    }

    @Test
    void whatIsNotIsToldWithTheStory(Deft deft, Recording recording) {
        RecordedCall call = failed(deft, recording);
        assertThatThrownBy(() -> assertThat(call).succeeded())
                .isInstanceOf(AssertionError.class)
                .hasMessage("PaymentService.charge: outcome should be SUCCEEDED, but is FAILED; "
                        + "what happened was [Started, Failed]");
        assertThatThrownBy(() -> assertThat(call).wasCancelled()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(call).hasAttempts(2))
                .hasMessageContaining("attempts should be 2, but is 1");
        assertThatThrownBy(() -> assertThat(call).waited(Duration.ofSeconds(1))).hasMessageContaining("[PT1S]");
        assertThatThrownBy(() -> assertThat(call).took(Duration.ofSeconds(1))).hasMessageContaining("duration");
        assertThatThrownBy(() -> assertThat(call).failedWith(IllegalStateException.class))
                .hasMessageContaining("IllegalStateException");
        assertThatThrownBy(() -> assertThat(call).timedOut()).hasMessageContaining("there was no TimedOut");
        assertThatThrownBy(() -> assertThat(call).recovered()).hasMessageContaining("there was no Recovered");
        assertThatThrownBy(() -> assertThat(call).wasRejected()).hasMessageContaining("there was no Rejected");
        assertThatThrownBy(() -> assertThat(call).story(TaskEvent.Started.class))
                .hasMessageContaining("story");
        assertThatThrownBy(() -> assertThat(call).storyContains(TaskEvent.Failed.class, TaskEvent.Started.class))
                .hasMessageContaining("story of PaymentService.charge");
        assertThatThrownBy(() -> assertThat((RecordedCall) null).succeeded()).isInstanceOf(AssertionError.class);
    }

    @Test
    void rejectionsAndCancellationsAreSeen(Deft deft, Recording recording) throws Exception {
        LimitPolicy limit =
                deft.policies().limit(CHARGE, LimitSettings.permits(1).maxWait(Duration.ZERO));
        limit.acquire();
        Task<?> refused = deft.start(CHARGE, () -> limit.acquire());
        assertThatThrownBy(refused::join).hasCauseInstanceOf(LimitExceededException.class);
        assertThat(recording.call("PaymentService.charge")).wasRejected().failedWith(LimitExceededException.class);
        limit.release();

        CountDownLatch begun = new CountDownLatch(1);
        Task<?> cancelled = deft.start("cancelled", () -> {
            begun.countDown();
            deft.time().sleep(Duration.ofDays(1));
        });
        begun.await();
        assertThat(recording.call("cancelled").status()).isEqualTo(TaskStatus.RUNNING);
        cancelled.cancel(true);
        assertThat(recording.call("cancelled")).wasCancelled();
    }

    @Test
    void theEndOfACallIsItsEndWhateverIsToldLater(Deft deft, Recording recording) throws Exception {
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(2));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Task<?> cancelled = deft.start(CHARGE, () -> {
            begun.countDown();
            try {
                deft.time().sleep(Duration.ofDays(1));
            } catch (InterruptedException interrupt) {
                ended.await();
                if (retry.failed(null, interrupt).permitsAnother()) {
                    throw new AssertionError("a cancelled call is not retried");
                }
                throw interrupt;
            }
        });
        begun.await();
        cancelled.cancel(true);
        ended.countDown();
        cancelled.terminated().join();

        RecordedCall call = recording.call("PaymentService.charge");
        assertThat(call)
                .wasCancelled()
                .took(Duration.ZERO)
                .story(TaskEvent.Started.class, TaskEvent.Cancelled.class, TaskEvent.AttemptFailed.class);
        assertThat(call.failure()).isInstanceOf(CancellationException.class);
    }

    @Test
    void callsAreFoundByAnyOfTheirNames(Deft deft, Recording recording) {
        failed(deft, recording);
        assertThat(recording.calls("PaymentService.charge")).hasSize(1);
        assertThat(recording.calls("shop.PaymentService.charge")).hasSize(1);
        assertThat(recording.calls("shop.PaymentService.charge(Order)")).hasSize(1);
        assertThat(recording.calls("charge")).isEmpty();
        assertThatThrownBy(() -> recording.call("PaymentService.refund"))
                .hasMessage("There was no call of PaymentService.refund; recorded are [PaymentService.charge]");
        failed(deft, recording(recording));
        assertThat(recording.events()).hasSize(2);
    }

    private static Recording recording(Recording recording) {
        recording.clear();
        return recording;
    }
}
