package dev.deft.samples.orders.day;

import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import java.util.concurrent.atomic.LongAdder;

// tag::listener[]
/** Counts the attempts that were made again. */
final class RetryCounter implements TaskListener {
    private final LongAdder retries = new LongAdder();

    @Override
    public void on(TaskEvent event) {
        if (event instanceof TaskEvent.RetryScheduled) {
            retries.increment();
        }
    }

    long count() {
        return retries.sum();
    }
}
// end::listener[]
