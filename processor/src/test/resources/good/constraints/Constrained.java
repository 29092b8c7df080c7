package constraints;

import dev.deft.Defer;
import dev.deft.annotation.*;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Annotations with values on the types of signatures, under each word. */
class Constrained {
    @Async(onSuccess = "note")
    @Size(max = 10)
    String async(@Size(max = 10) String key) {
        return key;
    }

    void note(String result) {}

    @Deferred("close")
    @Size(max = 10)
    String deferred() {
        return "";
    }

    @Deferred(value = "close", on = Outcome.SUCCESS)
    @Size(max = 10)
    String closed() {
        return "";
    }

    void close() {}

    @Limit(1)
    @Size(max = 10)
    String deferring(Defer defer) {
        return "";
    }

    @Recover("none")
    @Size(max = 10)
    String recovered() {
        return "";
    }

    @Fallback("none")
    @Size(max = 10)
    String handled() {
        return "";
    }

    String none() {
        return "";
    }

    @Retry
    @Size(max = 10)
    String retried() {
        return "";
    }

    @Retry(whileResult = "isOpen")
    @Size(max = 10)
    public List<@Size(max = 2) String> judged() {
        return List.of();
    }

    boolean isOpen(List<String> result) {
        return false;
    }

    @Limit(1)
    @Size(max = 10)
    String limited() {
        return "";
    }

    @AdaptiveLimit
    @Size(max = 10)
    String adapted() {
        return "";
    }

    @RateLimit(1)
    @Size(max = 10)
    String paced() {
        return "";
    }

    @Timeout("1s")
    @Size(max = 10)
    String timed() {
        return "";
    }

    @Deadline("1s")
    @Size(max = 10)
    String bounded() {
        return "";
    }

    @CircuitBreaker
    @Size(max = 10)
    String guarded() {
        return "";
    }

    @Hedge(after = "1s")
    @Size(max = 10)
    String hedged() {
        return "";
    }

    @SingleFlight
    @Size(max = 10)
    String shared(@Size(max = 10) String key) {
        return key;
    }

    @Locked
    @Size(max = 10)
    String locked() {
        return "";
    }

    @Scheduled(every = "1h")
    @Size(max = 10)
    String scheduled() {
        return "";
    }

    @Async
    @Batch
    @Size(max = 10)
    String batched(@Size(max = 10) String item) {
        return item;
    }

    @CircuitBreaker
    public <T extends @Size(max = 3) Object> int @Size(max = 4) [] everywhere(
            T item, int @Size(max = 5) ... more) throws @Size(max = 7) IOException {
        return more;
    }

    @CircuitBreaker
    public @Nullable List<@Nullable String> nullable(
            Map.@Size(max = 1, message = "a. @b") Entry<String, @Nullable String> entry) {
        return null;
    }

    @Retry
    public void values(
            @Size(max = 1, message = "ends in a backslash\\", tags = "one, two, three (and more") Map<String, Integer> first,
            @Size(max = 1, weight = 0.0 / 0, share = -1f / 0, letters = {'"', '\'', '('}) int second,
            @Size(max = 1, message = "{\n\t\u2028\u0085\u000b\0\"}", tags = {}) String third,
            @Size(max = Integer.MAX_VALUE, groups = {List.class, int[].class, Map.Entry.class}) String fourth,
            @Size(max = 1, groups = Hidden.class) String fifth) {}

    @Limit(value = 1, name = "a\u2028b\u0085c\u000bd\ne'")
    @Async(pool = "// \u2029 \\")
    int named() {
        return 1;
    }

    private interface Hidden {}
}
