package dev.deft.testing;

import dev.deft.annotation.Async;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import dev.deft.time.TimeSource;
import java.io.IOException;
import java.time.Duration;

/** What is tested in examples: payments through a bank that is out of order at times. */
class PaymentService {
    private final TimeSource time;

    /** How often the bank fails before it works. */
    int failures;

    /** How long it takes to answer. */
    Duration latency = Duration.ZERO;

    PaymentService(TimeSource time) {
        this.time = time;
    }

    // tag::service[]
    @Async
    @Retry(attempts = 4, delay = "1s")
    @Timeout("30s")
    @Limit(10)
    public String charge(String order) throws IOException, InterruptedException {
        return bank("charge", order);
    }

    @Retry(attempts = 4, delay = "1m")
    @Fallback("queued")
    public String refund(String order) throws IOException, InterruptedException {
        return bank("refund", order);
    }
    // end::service[]

    String queued(String order) {
        return "queued " + order;
    }

    private String bank(String what, String order) throws IOException, InterruptedException {
        time.sleep(latency);
        if (failures-- > 0) {
            throw new IOException("the bank does not answer");
        }
        return what + " " + order;
    }
}
