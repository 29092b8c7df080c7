package policies;

import dev.deft.annotation.AdaptiveLimit;
import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Hedge;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Nesting;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;
import dev.deft.annotation.TaskPolicy;
import dev.deft.annotation.Timeout;
import dev.deft.annotation.Word;

/** Policies on a type, composed ones, and other orders. */
@Remote.Careful
@Limit(20)
public class Remote {
    public Remote() {}

    @TaskPolicy
    @Retry(attempts = 5)
    @Limit(10)
    @Timeout("2s")
    @interface Careful {}

    public void all() {}

    @Retry(attempts = 2)
    public void fewer() {}

    @Nesting({Word.TIMEOUT, Word.RETRY})
    public void timeoutOutside() {}

    @Deadline("12s")
    @Deferred({"first", "last"})
    @Recover("none")
    @Fallback("none")
    @Nesting({Word.DEFERRED, Word.LIMIT, Word.DEADLINE})
    public void turnedOver() {}

    @TaskPolicy
    @CircuitBreaker(failureRate = 0.1, window = 10)
    @Hedge(after = "p95")
    @AdaptiveLimit(max = 10)
    @Nesting({Word.ADAPTIVE_LIMIT, Word.TIMEOUT})
    @interface Guarded {}

    @Guarded
    @CircuitBreaker(window = 20)
    public int guarded(int entry) {
        return entry;
    }

    void none() {}

    void first() {}

    void last() {}
}
