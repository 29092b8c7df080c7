package flights;

import dev.deft.Defer;
import dev.deft.TaskContext;
import dev.deft.annotation.Async;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Retry;
import dev.deft.annotation.SingleFlight;
import java.io.IOException;
import java.util.List;

/** What tells calls apart: all parameters, or a key; and the object, unless the method is static. */
class Flights {
    record Query(String text, String... tags) {}

    @SingleFlight
    List<? extends Number> all(String text, int page, TaskContext context) throws IOException {
        return List.of();
    }

    @SingleFlight
    <T extends Comparable<T>> T generic(T CallKey, T target) throws InterruptedException {
        return CallKey;
    }

    @SingleFlight(key = "query.text")
    void keyed(Query query) {}

    @SingleFlight(key = "query.tags")
    long byArray(Query query) {
        return 1;
    }

    @SingleFlight
    static boolean none() {
        return true;
    }

    @SingleFlight
    static char one(String text) {
        return 'c';
    }

    @SingleFlight
    static void array(String[] text, Defer defer) {}

    @SingleFlight(key = "query.tags")
    static void keyArray(Query query) throws InterruptedException {}

    @Async
    @Fallback("instead")
    @SingleFlight
    @Deadline("2s")
    @Retry
    String within(String text) throws IOException {
        return text;
    }

    String instead(String text) {
        return text;
    }
}
