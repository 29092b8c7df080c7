package shop;

import dev.deft.Defer;
import dev.deft.TaskContext;
import dev.deft.annotation.Async;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import java.io.IOException;
import java.util.List;

/** Brings parcels, at the third attempt. */
public class Courier {
    private final List<String> journal;

    /** Writes what happens into {@code journal}. */
    public Courier(List<String> journal) {
        this.journal = journal;
    }

    /** A task with a context. */
    @Async
    @Retry(attempts = 4, delay = "1ms")
    @Limit(2)
    @Timeout("1m")
    public String deliver(String parcel, TaskContext context) throws IOException {
        if (context.attempt() < 3) {
            throw new IOException("nobody at home");
        }
        return "%s delivered at attempt %d".formatted(parcel, context.attempt());
    }

    /** A plain call that fails, and what becomes of it. */
    @Deadline("1m")
    @Fallback("keep")
    @Deferred("sign")
    public String collect(String parcel, Defer defer) throws IOException {
        defer.run(() -> journal.add("close the door"));
        throw new IOException(parcel + " is too heavy");
    }

    void sign(String parcel, Throwable failure) {
        journal.add("%s: %s".formatted(parcel, failure.getMessage()));
    }

    String keep(String parcel) {
        return parcel + " stays";
    }
}
