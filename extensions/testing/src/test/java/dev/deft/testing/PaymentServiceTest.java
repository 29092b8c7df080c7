package dev.deft.testing;

import static dev.deft.testing.DeftAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskEvent;
import dev.deft.TaskTimeoutException;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The examples of the testing guide. */
// tag::first[]
@DeftTest
class PaymentServiceTest {
    @Test
    void retriesUntilTheBankAnswers(Deft deft, VirtualTime time, Recording recording) {
        PaymentService service = new PaymentService(time);
        service.failures = 3;

        Task<String> task = new PaymentServiceTasks(service, deft).charge("42");

        assertThat(task.join()).isEqualTo("charge 42");
        assertThat(recording.call("PaymentService.charge"))
                .succeeded()
                .hasAttempts(4)
                .waited(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4))
                .took(Duration.ofSeconds(7));
    }
    // end::first[]

    // tag::timeout[]
    @Test
    void givesUpOnASlowBank(Deft deft, VirtualTime time, Recording recording) {
        PaymentService service = new PaymentService(time);
        service.latency = Duration.ofHours(1);

        Task<String> task = new PaymentServiceTasks(service, deft).charge("42");

        assertThat(task).failsWithin(Duration.ofMinutes(3));
        assertThat(recording.call("PaymentService.charge"))
                .timedOut()
                .failedWith(TaskTimeoutException.class)
                .took(Duration.ofSeconds(4 * 30 + 7)); // four attempts, and the waits between them
    }
    // end::timeout[]

    // tag::fallback[]
    @Test
    void queuesARefundThatFails(Deft deft, VirtualTime time, Recording recording) throws Exception {
        PaymentService service = new PaymentService(time);
        service.failures = 100;

        assertThat(new PaymentServiceTasks(service, deft).refund("42")).isEqualTo("queued 42");

        assertThat(recording.call("PaymentService.refund"))
                .recovered()
                .storyContains(TaskEvent.AttemptFailed.class, TaskEvent.RetryScheduled.class, TaskEvent.Recovered.class)
                .took(Duration.ofMinutes(3)); // three waits of a minute each, which is maxDelay
    }
    // end::fallback[]

    // tag::byhand[]
    @Test
    @DeftTest(manualTime = true)
    void waitsASecondBeforeTheSecondAttempt(Deft deft, VirtualTime time, Recording recording) {
        PaymentService service = new PaymentService(time);
        service.failures = 1;
        Task<String> task = new PaymentServiceTasks(service, deft).charge("42");

        time.advance(Duration.ofMillis(999));
        assertThat(recording.call("PaymentService.charge")).hasAttempts(1);
        time.advance(Duration.ofMillis(1));
        assertThat(recording.call("PaymentService.charge")).hasAttempts(2).succeeded();
        assertThat(task).isDone();
    }
    // end::byhand[]
}
