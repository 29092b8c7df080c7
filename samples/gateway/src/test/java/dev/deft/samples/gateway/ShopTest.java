package dev.deft.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.RateLimitExceededException;
import dev.deft.Task;
import dev.deft.TaskTimeoutException;
import dev.deft.testing.DeftTest;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DeftTest
class ShopTest {
    private static final Tenant GREEDY = new Tenant("greedy");
    private static final Tenant MODEST = new Tenant("modest");

    private ScriptedUpstream descriptions;
    private ShopTasks shop;

    @BeforeEach
    void wrap(Deft deft) {
        descriptions = new ScriptedUpstream(deft.time());
        Services services = new Services(descriptions, new ScriptedUpstream(deft.time()));
        shop = new ShopTasks(new Shop(new ServicesTasks(services, deft)), deft);
    }

    @Test
    void aProductIsADescriptionAndAPrice() throws Exception {
        assertThat(shop.product(MODEST, "tea")).isEqualTo(new Product("tea", "/descriptions/tea", "/prices/tea"));
    }

    @Test
    void aTenantAtItsLimitDisturbsNoOther(Deft deft) {
        List<Task<Product>> greedy = ask(deft, GREEDY, 30);
        List<Task<Product>> modest = ask(deft, MODEST, 10);

        assertThat(refused(greedy)).isEqualTo(10);
        assertThat(refused(modest)).isZero();
    }

    @Test
    void aTenantHasEightUnderWayAtOnce(Deft deft) {
        assertThat(refused(ask(deft, GREEDY, 20))).isZero();
        assertThat(descriptions.mostAtOnce()).isEqualTo(8);
    }

    @Test
    void theOperatorRaisesTheRateWhileItRuns(Deft deft, VirtualTime time) throws Exception {
        assertThat(refused(ask(deft, GREEDY, 21))).isEqualTo(1);

        new Operator(deft).change("""
                deft.Shop.product.rateLimit.value = 1000
                deft.Shop.product.rateLimit.burst = 1000
                """);
        time.sleep(Duration.ofMillis(30)); // thirty more

        assertThat(refused(ask(deft, GREEDY, 30))).isZero();
    }

    @Test
    void aDescriptionThatDoesNotComeEndsInATimeout(VirtualTime time) {
        descriptions.pace = request -> Duration.ofHours(1);

        assertThatThrownBy(() -> shop.product(MODEST, "tea")).isInstanceOf(TaskTimeoutException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(1100)); // that of the hedge, begun at 100 ms
    }

    /** Each for a product of its own. */
    private List<Task<Product>> ask(Deft deft, Tenant tenant, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> deft.start("visit", () -> shop.product(tenant, "product-" + i)))
                .toList();
    }

    /** How many have failed, when all have ended: of their rate, and of nothing else. */
    private static long refused(List<Task<Product>> tasks) {
        List<Throwable> failures = tasks.stream()
                .peek(each -> each.terminated().join())
                .map(Task::failure)
                .filter(Objects::nonNull)
                .toList();
        assertThat(failures).allSatisfy(each -> assertThat(each).isInstanceOf(RateLimitExceededException.class));
        return failures.size();
    }
}
