package schedules;

import dev.deft.TaskContext;
import dev.deft.annotation.Async;
import dev.deft.annotation.Overlap;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Scheduled;
import java.io.IOException;
import java.util.List;

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

    @Scheduled(every = "1m")
    public <T extends Comparable<? super T>> List<T> newest() {
        return List.of();
    }

    @Deprecated
    @Scheduled(every = "1h")
    static void tick() {}

    @Scheduled(delay = "1m")
    public Old archive() {
        return new Old();
    }

    /** What is mentioned by one method, and not by what is beside it. */
    @Deprecated
    public static class Old {}
}
