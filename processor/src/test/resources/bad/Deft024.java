package bad;

import dev.deft.annotation.*;

class Deft024 {
    @Fallback("queued")
    //        ^ DEFT024
    String charge(String order) {
        return order;
    }

    int queued(String order) {
        return 1;
    }

    @Async
    @Recover("none")
    //       ^ DEFT024
    void run() {}

    java.util.concurrent.CompletableFuture<String> none() {
        return null;
    }
}
