package dev.deft.samples.quickstart;

import dev.deft.annotation.Async;
import dev.deft.annotation.Limit;
import java.time.Duration;

/** {@code key} and {@code weight}: permits for each owner, and calls that take more than one. */
public class Reports {
    private final Journal journal;

    /** Reports that tell when they are made. */
    public Reports(Journal journal) {
        this.journal = journal;
    }

    /** Whoever wants a report. */
    public record Owner(String name) {}

    /** A report to be made. */
    public record Report(Owner owner, String title, int pages) {}

    // tag::keys[]
    /** One report at a time for each owner, and ten pages at a time for all of them. */
    @Async
    @Limit(value = 1, key = "report.owner.name")
    @Limit(value = 10, weight = "report.pages")
    public void make(Report report) throws InterruptedException {
        journal.say("%s: %s, %d pages", report.owner().name(), report.title(), report.pages());
        journal.time().sleep(Duration.ofSeconds(1));
    }
    // end::keys[]
}
