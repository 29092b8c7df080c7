package dev.deft.testing;

import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Nesting;
import dev.deft.annotation.RateLimit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import dev.deft.annotation.Word;
import java.io.IOException;

/** What plans are asserted of: overloads, a changed order, a repeated word. */
class Refunds {
    @Retry(attempts = 2)
    @Timeout("1s")
    public void pay(String order) {}

    @Retry(attempts = 5, on = IOException.class)
    @Timeout("1s")
    @Nesting({Word.TIMEOUT, Word.RETRY})
    public void pay(String order, int cents) throws IOException {}

    @Fallback("none")
    @CircuitBreaker(failureRate = 0.25)
    @RateLimit(10)
    @Limit(20)
    @Limit(value = 2, key = "order")
    public String check(String order) {
        return order;
    }

    String none(String order) {
        return "none";
    }

    /** Of its own, with a binary name. */
    static class Partial {
        @Limit(1)
        public void pay(String order) {}
    }
}
