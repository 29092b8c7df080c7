package dev.deft.testing.guide;

import dev.deft.annotation.Async;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import java.io.IOException;

/** What the guide to tests tests. */
// tag::service[]
class Shipping {
    private final Carrier carrier;

    Shipping(Carrier carrier) {
        this.carrier = carrier;
    }

    @Async
    @Retry(attempts = 4, delay = "1s")
    @Timeout("30s")
    @Limit(2)
    public String ship(String order) throws IOException, InterruptedException {
        return carrier.ship(order);
    }

    @Retry(delay = "1m")
    @Fallback("unknown")
    public String whereIs(String parcel) throws IOException, InterruptedException {
        return carrier.whereIs(parcel);
    }

    String unknown() {
        return "on its way";
    }
}
// end::service[]
