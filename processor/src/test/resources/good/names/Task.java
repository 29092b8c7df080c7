package names;

import dev.deft.annotation.Async;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Tasks;

/** Named like a type of the runtime, and so is its wrapper. */
@Tasks(name = "RetryRun")
public class Task {
    public Task() {}

    @Async
    @Retry
    public Task own(Deft deft, Duration dev, Override java) {
        return this;
    }

    @Async
    @Retry
    public dev.deft.Task<String> awaited(dev.deft.Task<String> dev) {
        return dev;
    }
}
