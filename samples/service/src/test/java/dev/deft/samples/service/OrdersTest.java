package dev.deft.samples.service;

import static dev.deft.annotation.Word.LIMIT;
import static dev.deft.annotation.Word.RETRY;
import static dev.deft.annotation.Word.TIMEOUT;
import static dev.deft.testing.DeftAssertions.assertThat;
import static dev.deft.testing.DeftAssertions.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.LimitExceededException;
import dev.deft.Task;
import dev.deft.TaskTimeoutException;
import dev.deft.testing.DeftTest;
import dev.deft.testing.RecordedCall;
import dev.deft.testing.Recording;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DeftTest
class OrdersTest {
    private ScriptedWarehouse warehouse;
    private OrdersTasks orders;

    @BeforeEach
    void wrap(Deft deft) {
        warehouse = new ScriptedWarehouse(deft.time());
        orders = new OrdersTasks(new Orders(warehouse), deft);
    }

    // tag::retried[]
    @Test
    void aStumbleIsNotNoticed(Recording recording) {
        warehouse.fails = request -> request == 1;

        assertThat(place().join()).isEqualTo(new Receipt("17", "reserved"));

        assertThat(recording.call("Orders.place")).succeeded().hasAttempts(2).waited(Duration.ofMillis(50));
    }
    // end::retried[]

    @Test
    void aWarehouseThatDoesNotAnswerIsAskedOnce(Recording recording) {
        warehouse.pace = Duration.ofHours(1);

        assertThat(place().handle((receipt, failure) -> failure).join()).isInstanceOf(TaskTimeoutException.class);

        assertThat(recording.call("Orders.place"))
                .timedOut()
                .failedWith(TaskTimeoutException.class)
                .hasAttempts(1)
                .took(Duration.ofSeconds(1));
    }

    @Test
    void whatIsOutOfStockComesLater(Recording recording) {
        warehouse.isEmpty = true;

        assertThat(place().join()).isEqualTo(new Receipt("17", "backordered"));

        assertThat(recording.call("Orders.place")).recovered().succeeded().hasAttempts(1);
    }

    @Test
    void aWarehouseInTroubleIsAskedThreeTimes(Recording recording) {
        warehouse.fails = request -> true;

        assertThat(place().handle((receipt, failure) -> failure).join()).isInstanceOf(IOException.class);

        assertThat(recording.call("Orders.place"))
                .failedWith(IOException.class)
                .hasAttempts(3)
                .waited(Duration.ofMillis(50), Duration.ofMillis(100))
                .took(Duration.ofMillis(150));
    }

    // tag::cancelled[]
    @Test
    void aCancelledOrderEndsAtOnce(VirtualTime time, Recording recording) throws Exception {
        warehouse.pace = Duration.ofHours(1);
        Task<Receipt> task = place();
        time.sleep(Duration.ofMillis(500));

        task.cancel(true);
        task.terminated().join();

        assertThat(recording.call("Orders.place")).wasCancelled().took(Duration.ofMillis(500));
    }
    // end::cancelled[]

    @Test
    void twentyOrdersArePlacedAtOnce(Recording recording) {
        warehouse.pace = Duration.ofMillis(500);

        List<Task<Receipt>> many = IntStream.range(0, 21).mapToObj(i -> place()).toList();
        many.forEach(task -> task.handle((receipt, failure) -> failure).join());

        List<RecordedCall> refused = recording.calls("Orders.place").stream()
                .filter(call -> call.failure() != null)
                .toList();
        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst())
                .wasRejected()
                .failedWith(LimitExceededException.class)
                .took(Duration.ofMillis(100));
    }

    // tag::plan[]
    @Test
    void aCustomerWaitsForFourSecondsAtMost() {
        assertThat(plan(Orders.class, "place"))
                .nests(RETRY, TIMEOUT, LIMIT)
                .value(RETRY, "on", IOException.class)
                .worstCaseWithin(Duration.ofSeconds(4));
    }
    // end::plan[]

    private Task<Receipt> place() {
        return orders.place(new Order("17", "tea"));
    }
}
