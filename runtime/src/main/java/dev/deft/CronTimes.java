package dev.deft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The moments that a cron expression means. Safe for use by any number of threads. */
@FunctionalInterface
public interface CronTimes {
    /**
     * The next of them.
     *
     * @param moment any moment
     * @return the first one after that, never that itself; null if there is none
     */
    @Nullable
    Instant after(Instant moment);
}
