package dev.deft.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.testing.DeftTest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** An example of the guide to tests: a test that does not wait for what it has started. */
@Timeout(60)
class LeftBehindTest {
    @Test
    void isTold() {
        assertThat(
                        EngineTestKit.engine("junit-jupiter")
                                .selectors(selectClass(Careless.class))
                                .execute()
                                .testEvents()
                                .failed()
                                .stream()
                                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                                .flatMap(result -> result.getThrowable().stream())
                                .map(Throwable::getMessage)
                                .map(message -> message.replaceAll("[0-9a-f]{16}", "90cefc24db186c3b")))
                .containsExactly("""
                        The test left behind:
                          the task Shipping.ship, 90cefc24db186c3b, which is WAITING
                          not given back: 1 permit of @Limit(2) of Shipping.ship
                          on the agenda: @Timeout of 30s of Shipping.ship, due after 30s""");
    }

    @DeftTest
    static class Careless {
        // tag::careless[]
        @Test
        void startsAndForgets(Deft deft) {
            Carrier carrier = order -> Task.await(new CompletableFuture<String>()); // never answers

            Task<String> task = new ShippingTasks(new Shipping(carrier), deft).ship("42");

            assertThat(task).isNotDone();
        }
        // end::careless[]
    }
}
