package dev.deft.samples.quickstart;

import dev.deft.annotation.Async;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;

/** Three words on a method: as a task of its own, at most ten at once, four attempts. */
// tag::payment-service[]
public class PaymentService {
    private final CardNetwork network;

    public PaymentService(CardNetwork network) {
        this.network = network;
    }

    @Async
    @Retry(attempts = 4)
    @Limit(10)
    public Receipt charge(Order order) throws PaymentException {
        return network.charge(order);
    }
}
// end::payment-service[]
