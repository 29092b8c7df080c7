package bad;

import dev.deft.annotation.*;
import java.io.*;
import java.util.concurrent.*;

class Deft129 {
    @Retry(on = IOException.class)
    //                     ^ DEFT129
    void undeclared() {}

    @Retry(on = IOException.class, causes = true)
    void asCause() {}

    @Retry(on = IOException.class)
    void below() throws FileNotFoundException {}

    @Retry(on = FileNotFoundException.class)
    <E extends IOException> void above() throws E {}

    @Retry(on = {Exception.class, IllegalStateException.class, OutOfMemoryError.class})
    void unchecked() {}

    @Async
    @Retry(on = IOException.class)
    CompletableFuture<String> stage() {
        return CompletableFuture.completedFuture("");
    }

    @TaskPolicy
    @Retry(on = IOException.class)
    @interface Remote {}

    @Remote
    void composed() {}

    @Retry(on = IOException.class)
    static class All {
        public void one() {}
    }
}
