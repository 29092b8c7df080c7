package pinned;

import dev.deft.annotation.Backoff;
import dev.deft.annotation.Jitter;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Tasks;

/** What is agreed upon with somebody, and no matter of settings. */
@Tasks(pinned = true)
public class Prices {
    @Retry(attempts = 3)
    @Limit(2)
    public String price(String product) {
        return product;
    }

    /** Once somebody lets it try again, the waits are as written here. */
    @SuppressWarnings("all") // of the waits, which are for whoever sets more attempts
    @Retry(attempts = 1, delay = "3s", backoff = Backoff.LINEAR, maxDelay = "5s", jitter = Jitter.FULL)
    public String once(String product) {
        return product;
    }

    @Retry(attempts = 2, delayFrom = "cooling")
    public String twice(String product) {
        return product;
    }

    java.time.Duration cooling() {
        return java.time.Duration.ZERO;
    }
}
