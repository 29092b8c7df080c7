package keys;

import dev.deft.TaskContext;
import dev.deft.annotation.Async;
import dev.deft.annotation.Limit;
import dev.deft.annotation.RateLimit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.TaskPolicy;
import java.io.IOException;
import java.util.List;

/** Keys and weights: state for each of them, and calls that take more than one permit. */
class Keys {
    record Customer(String id) {}

    static class Order {
        int items = 1;

        Customer getCustomer() throws IOException {
            return new Customer("");
        }

        /** @deprecated to be seen in the wrapper */
        @Deprecated
        short pages() {
            return 1;
        }

        /** @deprecated to be seen in the wrapper */
        @Deprecated(forRemoval = true)
        String tenant = "";
    }

    @Limit(value = 2, key = "order.customer.id")
    int keyed(Order order) throws IOException {
        return 1;
    }

    @Limit(value = 10, weight = "order.items", maxWait = "1s")
    int weighted(Order order) {
        return 1;
    }

    @Limit(value = 10, key = "shard", maxKeys = 100, weight = "order.items", name = "shards")
    void both(Order order, int shard) throws InterruptedException {}

    @Async
    @Retry
    @Limit(100)
    @Limit(value = 2, key = "limit")
    @Limit(value = 50, weight = "weight")
    @Limit(value = 3, key = "weight")
    String repeated(String limit, int weight, TaskContext context) {
        return limit;
    }

    @Limit(value = 2, key = "order.tenant", weight = "order.pages")
    static void deprecated(Order order) {}

    @Limit(value = 2, key = "all.length")
    @SafeVarargs
    final <T extends List<Integer>> int generic(T first, T... all) {
        return 1;
    }

    @Limit(value = 2, key = "all.first", weight = "all.size")
    <T extends List<Integer>> T bounded(T all) {
        return all;
    }

    @RateLimit(value = 10, key = "tenant")
    String keyedRate(String tenant) {
        return tenant;
    }

    @Async
    @RateLimit(value = 1_000, per = "1m", weight = "order.items")
    @RateLimit(value = 50, key = "order.customer", maxKeys = 5, weight = "order.items", name = "customers")
    void repeatedRate(Order order) throws IOException, InterruptedException {}

    @PerTenant
    void composed(String tenant) {}

    @TaskPolicy
    @Limit(20)
    @Limit(value = 5, key = "tenant")
    @RateLimit(100)
    @RateLimit(value = 10, key = "tenant")
    @interface PerTenant {}
}
