package bad;

import dev.deft.Defer;
import dev.deft.annotation.*;
import java.util.concurrent.CompletableFuture;

@Tasks(form = Form.SUBCLASS)
class Deft111 {
    @Retry
    // column 5: DEFT111
    static void ofTheClass() {}

    @Retry
    // column 5: DEFT111
    final void last() {}

    @Retry
    // column 5: DEFT111
    void deferring(Defer defer) {}

    @Async
    // column 5: DEFT111
    String plain() {
        return "";
    }

    @Async
    CompletableFuture<String> stage() {
        return CompletableFuture.completedFuture("");
    }

    @Async
    void nothing() {}

    void stageAll(Iterable<String> items) {}

    @Async
    @Batch
    // column 5: DEFT094
    CompletableFuture<String> stage(String item) {
        return CompletableFuture.completedFuture(item);
    }

    // what a user of a stub sees
    static Object made() {
        return new Deft111Tasks(null);
    }
}
