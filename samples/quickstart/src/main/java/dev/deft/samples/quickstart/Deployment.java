package dev.deft.samples.quickstart;

import dev.deft.annotation.Deferred;
import dev.deft.annotation.Outcome;

/** {@code @Deferred}: cleanups that run when the body has ended, the last named first. */
public class Deployment {
    private final Journal journal;

    /** A deployment that tells what it does. */
    public Deployment(Journal journal) {
        this.journal = journal;
    }

    // tag::deferred[]
    @Deferred("unlock")
    @Deferred(value = "announce", on = Outcome.SUCCESS)
    @Deferred(value = "rollBack", on = Outcome.FAILURE)
    public String deploy(String version) {
        return install(version);
    }

    void unlock() {
        journal.say("unlock");
    }

    void announce(String result, String version) {
        journal.say("announce: %s is %s", version, result);
    }

    void rollBack(String version, Throwable failure) {
        journal.say("roll back %s: %s", version, failure.getMessage());
    }
    // end::deferred[]

    private String install(String version) {
        journal.say("install %s", version);
        if (version.endsWith("-SNAPSHOT")) {
            throw new IllegalArgumentException("not a release");
        }
        return "live";
    }
}
