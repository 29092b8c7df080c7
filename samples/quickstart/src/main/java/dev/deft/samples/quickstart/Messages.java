package dev.deft.samples.quickstart;

import dev.deft.annotation.RateLimit;

/** {@code @RateLimit}: so many in a stretch of time, for all or for each key. */
public class Messages {
    private final Journal journal;

    /** Messages that tell where they go. */
    public Messages(Journal journal) {
        this.journal = journal;
    }

    // tag::rate-limit[]
    /** Two a second, one after the other; whoever comes too early waits. */
    @RateLimit(value = 2, burst = 1)
    public void post(String text) {
        journal.say("posted: %s", text);
    }
    // end::rate-limit[]

    // tag::rate-limit-key[]
    /** A hundred characters a minute to each number; a text that is too early is refused. */
    @RateLimit(value = 100, per = "1m", key = "number", weight = "text.length", maxWait = "0")
    public void send(String number, String text) {
        journal.say("to %s: %d characters", number, text.length());
    }
    // end::rate-limit-key[]
}
