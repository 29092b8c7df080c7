package dev.deft.samples.quickstart;

import dev.deft.TaskContext;
import dev.deft.annotation.Hedge;
import java.time.Duration;

/** {@code @Hedge}: another attempt beside a slow one; the first success wins. */
public class Replicas {
    private final Journal journal;

    /** Replicas of which the first is slow. */
    public Replicas(Journal journal) {
        this.journal = journal;
    }

    // tag::hedge[]
    /** Half a second without an answer, and the next replica is asked as well. */
    @Hedge(after = "500ms", max = 2)
    public String read(String key, TaskContext context) throws InterruptedException {
        return readFrom(context.attempt(), key);
    }
    // end::hedge[]

    private String readFrom(int replica, String key) throws InterruptedException {
        journal.say("read %s from replica %d", key, replica);
        journal.time().sleep(Duration.ofMillis(replica == 1 ? 10_000 : 200));
        return key + " of replica " + replica;
    }
}
