package faults;

import dev.deft.Defer;
import dev.deft.annotation.Async;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Hedge;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Outcome;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Scheduled;
import dev.deft.annotation.SingleFlight;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Compiled with {@code -Adeft.faults}: a method for each shape of the call of a body. */
class Bank {
    @Async
    @Retry
    @Limit(10)
    String charge(String order) throws IOException {
        return order;
    }

    @Retry
    void refund(String order) throws IOException {}

    @Retry(whileResult = "isPending")
    String state(String order) throws IOException {
        return order;
    }

    boolean isPending(String state) {
        return state.isEmpty();
    }

    @Async
    String balance() {
        return "0";
    }

    @Async
    CompletableFuture<String> rate(String order) {
        return CompletableFuture.completedFuture(order);
    }

    @Hedge(after = "1s")
    String price(String order) {
        return order;
    }

    @SingleFlight
    void warm(String key) {}

    @Deferred(value = "close", on = Outcome.SUCCESS)
    int count() {
        return 1;
    }

    @Deferred(value = "close", on = Outcome.FAILURE)
    int sum() {
        return 1;
    }

    void close() {}

    @Recover("nobody")
    String owner() {
        return "me";
    }

    String nobody() {
        return "nobody";
    }

    @Limit(1)
    static String branch() {
        return "main";
    }

    @Scheduled(every = "1m")
    void settle() {}

    @Limit(2)
    String audit(Defer defer) {
        defer.run(this::close);
        return "done";
    }

    String plain() {
        return "not a task";
    }
}
