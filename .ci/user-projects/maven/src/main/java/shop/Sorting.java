package shop;

import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Scheduled;
import dev.deft.annotation.Worker;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Sorts parcels that come in by a channel, and looks at the clock now and then. */
public class Sorting {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final CountDownLatch looks;

    /** Counts {@code looks} down with each look at the clock. */
    public Sorting(CountDownLatch looks) {
        this.looks = looks;
    }

    /** Drops each parcel once. */
    @Worker(2)
    @Retry(delay = "1ms")
    @Limit(1)
    public String sort(String parcel) throws IOException {
        if (seen.add(parcel)) {
            throw new IOException(parcel + " was dropped");
        }
        return parcel + " sorted";
    }

    /** Looks at the clock. */
    @Scheduled(every = "1ms")
    public void look() {
        looks.countDown();
    }
}
