package dev.deft.samples.quickstart;

import dev.deft.annotation.Retry;
import dev.deft.annotation.Worker;
import java.io.IOException;
import java.time.Duration;

/** {@code @Worker}: loops over a channel, with all words of the method around each item. */
public class Labels {
    private final Journal journal;

    /** Labels that take as many seconds as what they are for has letters. */
    public Labels(Journal journal) {
        this.journal = journal;
    }

    // tag::worker[]
    /** Two at a time; one that fails is told, and keeps no other from being printed. */
    @Worker(value = 2, onFailure = "torn")
    @Retry(attempts = 2, delay = "1s")
    public String print(String parcel) throws IOException, InterruptedException {
        journal.time().sleep(Duration.ofSeconds(parcel.length()));
        if (parcel.equals("?")) {
            throw new IOException("no address");
        }
        return "label for " + parcel;
    }

    void torn(Throwable failure, String parcel) {
        journal.say("%s: %s", parcel, failure.getMessage());
    }
    // end::worker[]
}
