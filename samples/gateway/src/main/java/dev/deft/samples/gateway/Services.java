package dev.deft.samples.gateway;

import dev.deft.TaskTimeoutException;
import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Hedge;
import dev.deft.annotation.Jitter;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.SingleFlight;
import dev.deft.annotation.Timeout;
import java.io.IOException;

/** The services behind the gateway, and how to live with them. */
public class Services {
    private final Upstream descriptions;
    private final Upstream prices;

    public Services(Upstream descriptions, Upstream prices) {
        this.descriptions = descriptions;
        this.prices = prices;
    }

    /**
     * Descriptions are the same for everybody and change once a day, so that all who ask for one at a time share one
     * request. The service is sound, but now and then a request gets stuck: then a second one is faster than patience.
     */
    // tag::description[]
    @SingleFlight(key = "product")
    @Hedge(after = "100ms")
    @Timeout("1s")
    public String description(String product) throws IOException, InterruptedException {
        return descriptions.get("/descriptions/" + product);
    }
    // end::description[]

    /**
     * Prices come from a service that is often in trouble. A retry helps over a stumble, and the budget sees to it that
     * retries do not make an outage worse; the circuit breaker leaves the service alone when it is down.
     */
    // tag::price[]
    @Fallback("priceOnRequest")
    @Retry(
            attempts = 3,
            delay = "20ms",
            jitter = Jitter.FULL,
            on = {IOException.class, TaskTimeoutException.class},
            budget = 0.2)
    @CircuitBreaker(window = 20, minCalls = 10, openFor = "500ms")
    @Timeout("250ms")
    @Limit(value = 10, maxWait = "100ms")
    public String price(String product) throws IOException, InterruptedException {
        return prices.get("/prices/" + product);
    }

    String priceOnRequest() {
        return "on request";
    }
    // end::price[]
}
