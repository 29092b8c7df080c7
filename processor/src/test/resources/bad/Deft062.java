package bad;

import dev.deft.annotation.*;
import java.util.concurrent.CompletableFuture;

class Deft062 {
    @Retry
    // column 5: DEFT062
    CompletableFuture<String> charge() {
        return null;
    }

    @Limit(5)
    // column 5: DEFT062
    @Limit(2)
    CompletableFuture<String> repeated() {
        return null;
    }
}
