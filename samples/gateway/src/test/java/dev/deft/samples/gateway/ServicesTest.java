package dev.deft.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitState;
import dev.deft.testing.DeftTest;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DeftTest
class ServicesTest {
    private ScriptedUpstream descriptions;
    private ScriptedUpstream prices;
    private ServicesTasks services;

    @BeforeEach
    void wrap(Deft deft) {
        descriptions = new ScriptedUpstream(deft.time());
        prices = new ScriptedUpstream(deft.time());
        services = new ServicesTasks(new Services(descriptions, prices), deft);
    }

    @Test
    void allWhoAskAtOnceShareOneRequest(Deft deft) throws Exception {
        List<Task<String>> many = IntStream.range(0, 20)
                .mapToObj(i -> deft.start("visitor", () -> services.description("tea")))
                .toList();

        assertThat(many).allSatisfy(each -> assertThat(each.join()).isEqualTo("/descriptions/tea"));
        assertThat(descriptions.requests()).isEqualTo(1);

        services.description("tea");
        assertThat(descriptions.requests()).as("nothing is kept").isEqualTo(2);
    }

    @Test
    void aSecondRequestIsSentBesideOneThatIsStuck(VirtualTime time) throws Exception {
        descriptions.pace = request -> request == 1 ? Duration.ofHours(1) : Duration.ofMillis(10);

        assertThat(services.description("tea")).isEqualTo("/descriptions/tea");

        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(110));
        assertThat(descriptions.requests()).isEqualTo(2);
    }

    @Test
    void aStumbleIsNotNoticed() throws Exception {
        prices.fails = request -> request == 1;

        assertThat(services.price("tea")).isEqualTo("/prices/tea");
        assertThat(prices.requests()).isEqualTo(2);
    }

    @Test
    void aServiceInTroubleIsLeftAloneForAWhile(Deft deft, VirtualTime time) throws Exception {
        CircuitBreakerPolicy circuit = (CircuitBreakerPolicy) deft.policies().of("Services.price").stream()
                .filter(CircuitBreakerPolicy.class::isInstance)
                .findFirst()
                .orElseThrow();
        prices.fails = request -> request <= 10;

        for (int i = 0; i < 30; i++) {
            assertThat(services.price("tea")).isEqualTo("on request");
        }
        assertThat(prices.requests()).isEqualTo(10);
        assertThat(circuit.state().state()).isEqualTo(CircuitState.OPEN);

        time.sleep(Duration.ofMillis(500));
        assertThat(services.price("tea")).isEqualTo("/prices/tea");
        assertThat(circuit.state().state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void tenPricesAreAskedForAtOnceAndWhoWaitsTooLongDoesWithout(Deft deft) {
        prices.pace = request -> Duration.ofMillis(60);

        List<Task<String>> many = IntStream.range(0, 30)
                .mapToObj(i -> deft.start("visitor", () -> services.price("tea")))
                .toList();

        assertThat(many.stream().filter(each -> each.join().equals("on request")))
                .hasSize(10); // ten at once, ten after 60 ms, and ten that will not wait for 120 ms
        assertThat(prices.mostAtOnce()).isEqualTo(10);
    }
}
