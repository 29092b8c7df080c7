package shop;

import dev.deft.annotation.Async;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;

public class PaymentService {
    public PaymentService() {}

    @Async
    @Retry(attempts = 4)
    @Limit(10)
    public Receipt charge(Order order) throws PaymentException {
        return new Receipt(order.id());
    }

    @Fallback("queued")
    @Deadline("30s")
    @Retry(attempts = 5, delay = "1s")
    @Timeout("2s")
    @Limit(value = 3, maxWait = "1s", maxQueue = 20, name = "bank")
    @Deferred("unlock")
    public Receipt refund(Order order, String reason) throws PaymentException {
        return new Receipt(order.id());
    }

    Receipt queued(Order order, String reason) {
        return new Receipt("queued " + order.id());
    }

    void unlock(Order order) {}
}
