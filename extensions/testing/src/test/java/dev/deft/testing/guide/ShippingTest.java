package dev.deft.testing.guide;

import static dev.deft.annotation.Word.LIMIT;
import static dev.deft.annotation.Word.RETRY;
import static dev.deft.annotation.Word.TIMEOUT;
import static dev.deft.testing.DeftAssertions.assertThat;
import static dev.deft.testing.DeftAssertions.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.Schedule;
import dev.deft.Task;
import dev.deft.TaskEvent;
import dev.deft.TaskGroup;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.testing.DeftTest;
import dev.deft.testing.Faults;
import dev.deft.testing.Recording;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of the guide to tests. */
@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // tasks that belong to a group
// tag::first[]
@DeftTest
class ShippingTest {
    @Test
    void asksAgainUntilTheCarrierAnswers(Deft deft, Recording recording) {
        List<String> asked = new ArrayList<>();
        Carrier carrier = order -> {
            asked.add(order);
            if (asked.size() < 3) {
                throw new IOException("no answer");
            }
            return "parcel of " + order;
        };

        Task<String> task = new ShippingTasks(new Shipping(carrier), deft).ship("42");

        assertThat(task.join()).isEqualTo("parcel of 42");
        assertThat(recording.call("Shipping.ship"))
                .hasAttempts(3)
                .waited(Duration.ofSeconds(1), Duration.ofSeconds(2))
                .took(Duration.ofSeconds(3));
    }
    // end::first[]

    // tag::faults[]
    @Test
    void survivesABadDay(Deft deft, Faults faults, Recording recording) throws Exception {
        faults.in("Shipping.ship").delay(Duration.ofSeconds(20)).failFirst(2, () -> new IOException("no answer"));
        faults.in("Shipping.whereIs").fail(() -> new IOException("no answer"));
        ShippingTasks shipping = new ShippingTasks(new Shipping(order -> "parcel of " + order), deft);

        assertThat(shipping.ship("42").join()).isEqualTo("parcel of 42");
        assertThat(shipping.whereIs("p-7")).isEqualTo("on its way");

        assertThat(recording.call("Shipping.ship")).hasAttempts(3).took(Duration.ofSeconds(20 + 1 + 20 + 2 + 20));
    }
    // end::faults[]

    // tag::plan[]
    @Test
    void gettingAnOrderOutTakesMinutesAtMost() {
        assertThat(plan("Shipping.ship"))
                .nests(RETRY, TIMEOUT, LIMIT)
                .value(RETRY, "attempts", 4)
                .worstCaseWithin(Duration.ofMinutes(3));
        assertThat(plan("Shipping.whereIs"))
                .value("fallback", "value", "unknown")
                .hasNoWorstCase();
    }
    // end::plan[]

    // tag::slow[]
    @Test
    void givesUpOnASlowCarrier(Deft deft, VirtualTime time, Recording recording) {
        Carrier carrier = order -> {
            time.sleep(Duration.ofHours(1));
            return "parcel of " + order;
        };

        Task<String> task = new ShippingTasks(new Shipping(carrier), deft).ship("42");

        assertThat(task).failsWithin(Duration.ofMinutes(3));
        assertThat(recording.call("Shipping.ship"))
                .failedWith(TaskTimeoutException.class)
                .hasAttempts(4)
                .timedOut()
                .took(Duration.ofSeconds(30 + 1 + 30 + 2 + 30 + 4 + 30));
    }
    // end::slow[]

    // tag::many[]
    @Test
    void shipsTwoOrdersAtATime(Deft deft, VirtualTime time) {
        Carrier carrier = order -> {
            time.sleep(Duration.ofSeconds(10));
            return "parcel of " + order;
        };
        ShippingTasks shipping = new ShippingTasks(new Shipping(carrier), deft);

        try (TaskGroup<String> parcels = deft.group()) {
            for (String order : List.of("1", "2", "3", "4")) {
                shipping.ship(order);
            }
            assertThat(parcels.await()).hasSize(4);
        }

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(20));
    }
    // end::many[]

    // tag::week[]
    @Test
    void countsParcelsEveryDay(Deft deft, VirtualTime time) throws InterruptedException {
        AtomicInteger counts = new AtomicInteger();
        Task<?> daily =
                deft.schedule(TaskName.named("count"), Schedule.every(Duration.ofDays(1)), counts::incrementAndGet);

        time.sleep(Duration.ofDays(7).plusHours(1));
        daily.cancel(true);

        assertThat(counts).hasValue(7);
    }
    // end::week[]

    // tag::byhand[]
    @Test
    @DeftTest(manualTime = true)
    void asksAgainAfterASecondAndNotBefore(Deft deft, VirtualTime time, Recording recording) {
        Carrier carrier = order -> {
            throw new IOException("no answer");
        };
        Task<String> task = new ShippingTasks(new Shipping(carrier), deft).ship("42");

        time.advance(Duration.ofMillis(999));
        assertThat(recording.call("Shipping.ship")).hasAttempts(1);
        time.advance(Duration.ofMillis(1));
        assertThat(recording.call("Shipping.ship")).hasAttempts(2);
        time.advance(Duration.ofSeconds(2 + 4));
        assertThat(task).isCompletedExceptionally();
    }
    // end::byhand[]

    // tag::story[]
    @Test
    void neverFailsToSayWhereAParcelIs(Deft deft, Recording recording) throws Exception {
        Carrier carrier = order -> "parcel of " + order; // does not know where it is

        assertThat(new ShippingTasks(new Shipping(carrier), deft).whereIs("p-7"))
                .isEqualTo("on its way");

        assertThat(recording.call("Shipping.whereIs"))
                .recovered()
                .succeeded()
                .story(
                        TaskEvent.Started.class,
                        TaskEvent.AttemptFailed.class,
                        TaskEvent.RetryScheduled.class,
                        TaskEvent.AttemptStarted.class,
                        TaskEvent.AttemptFailed.class,
                        TaskEvent.RetryScheduled.class,
                        TaskEvent.AttemptStarted.class,
                        TaskEvent.AttemptFailed.class,
                        TaskEvent.Recovered.class,
                        TaskEvent.Succeeded.class);
    }
    // end::story[]

    // tag::seed[]
    @Test
    @DeftTest(seed = 7)
    void noOrderTakesLongerThanFourAttempts(Deft deft, VirtualTime time, RandomGenerator random, Recording recording) {
        List<Duration> latencies =
                random.ints(20, 0, 60).mapToObj(Duration::ofSeconds).toList();
        Carrier carrier = order -> {
            time.sleep(latencies.get(Integer.parseInt(order)));
            return "parcel of " + order;
        };
        ShippingTasks shipping = new ShippingTasks(new Shipping(carrier), deft);

        for (int order = 0; order < latencies.size(); order++) {
            shipping.ship("" + order);
        }

        assertThat(deft.drain(Duration.ofMinutes(3))).isTrue();
        assertThat(recording.calls("Shipping.ship"))
                .hasSize(20)
                .allSatisfy(call ->
                        assertThat(call.elapsed().orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(4 * 30 + 7)));
    }
    // end::seed[]
}
