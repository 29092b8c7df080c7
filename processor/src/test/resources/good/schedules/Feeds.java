package schedules;

import dev.deft.TaskContext;
import dev.deft.annotation.Async;
import dev.deft.annotation.Overlap;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Scheduled;
import java.io.IOException;

public class Feeds {
    @Scheduled(every = "10s", initialDelay = "0", jitter = "500ms")
    @Retry(attempts = 2)
    public int poll() throws IOException {
        return 0;
    }

    @Scheduled(delay = "1m30s")
    void clean(TaskContext context) {}

    @Async
    @Scheduled(cron = "0 3 * * *", overlap = Overlap.QUEUE)
    protected String report() {
        return "";
    }

    @Deprecated
    @Scheduled(every = "1h")
    static void tick() {}
}
