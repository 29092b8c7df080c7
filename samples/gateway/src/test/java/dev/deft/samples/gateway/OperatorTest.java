package dev.deft.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.testing.DeftTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DeftTest
class OperatorTest {
    private Operator operator;

    @BeforeEach
    void wrap(Deft deft) {
        Services services = new Services(new ScriptedUpstream(deft.time()), new ScriptedUpstream(deft.time()));
        Shop shop = new Shop(new ServicesTasks(services, deft));
        assertThat(new ShopTasks(shop, deft)).isNotNull();
        operator = new Operator(deft);
    }

    @Test
    void seesEachPolicyBeforeTheFirstRequest() {
        assertThat(operator.show().lines())
                .hasSize(10)
                .anySatisfy(line -> assertThat(line).contains("Services.price", "minCalls = 10", "state=CLOSED"))
                .anySatisfy(line -> assertThat(line).contains("Shop.product", "rateLimit", "value = 20"));
    }

    @Test
    void changesWhatBelongsTogetherAtOnce() {
        operator.change("""
                deft.Services.price.limit.value = 4
                deft.Services.price.circuitBreaker.window = 50
                deft.Services.price.circuitBreaker.minCalls = 40
                """);

        assertThat(operator.show().lines())
                .anySatisfy(line -> assertThat(line).contains("Services.price", "window = 50", "minCalls = 40"))
                .anySatisfy(line -> assertThat(line).contains("Services.price", "permits=4"));
    }

    @Test
    void tellsOfMistakes() {
        String before = operator.show();

        assertThatThrownBy(() -> operator.change("Shop.product=4"))
                .hasMessageContaining("deft.Shop.product.limit.value");
        assertThatThrownBy(() -> operator.change("deft.Shop.product.hedge.max=4"))
                .hasMessage("there is no hedge of Shop.product, but [deadline, rateLimit, limit]");
        assertThatThrownBy(() -> operator.change("deft.Shop.product.limit.value=many"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("many");
        assertThatThrownBy(() -> operator.change("deft.Shop.product.limit.values=4"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxWait");
        assertThat(operator.show()).isEqualTo(before);
    }
}
