package dev.deft.samples.quickstart;

import dev.deft.annotation.AdaptiveLimit;
import dev.deft.annotation.Async;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** {@code @AdaptiveLimit}: as many at once as what is called seems to bear. */
public class Thumbnails {
    private final Journal journal;

    /** Thumbnails that tell when they are drawn. */
    public Thumbnails(Journal journal) {
        this.journal = journal;
    }

    // tag::adaptive-limit[]
    /** Three at once in the beginning; more while it is fast, fewer when it is slow or times out. */
    @Async
    @AdaptiveLimit(initial = 3, maxWait = "0")
    public String draw(String picture) throws TimeoutException, InterruptedException {
        return renderer(picture);
    }
    // end::adaptive-limit[]

    private String renderer(String picture) throws TimeoutException, InterruptedException {
        if (picture.equals("huge")) {
            throw new TimeoutException("the renderer is busy");
        }
        journal.time().sleep(Duration.ofSeconds(1));
        journal.say("draw %s", picture);
        return picture;
    }
}
