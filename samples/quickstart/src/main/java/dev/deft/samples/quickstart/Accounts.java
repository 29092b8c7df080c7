package dev.deft.samples.quickstart;

import dev.deft.annotation.Async;
import dev.deft.annotation.LockMode;
import dev.deft.annotation.Locked;
import java.time.Duration;

/** {@code @Locked}: one at a time, readers together, or one for each key. */
public class Accounts {
    private final Journal journal;

    /** Accounts that tell what is done to them. */
    public Accounts(Journal journal) {
        this.journal = journal;
    }

    // tag::locked-sides[]
    /** Those that only read are inside together. */
    @Async
    @Locked(mode = LockMode.READ)
    public void print(String what) throws InterruptedException {
        work("print " + what);
    }

    /** While one writes, nobody else is inside. */
    @Async
    @Locked(mode = LockMode.WRITE)
    public void close(String month) throws InterruptedException {
        work("close " + month);
    }
    // end::locked-sides[]

    // tag::locked[]
    /** One booking at a time for each account. */
    @Async
    @Locked(key = "account")
    public void book(String account, String what) throws InterruptedException {
        work(account + ": " + what);
    }
    // end::locked[]

    private void work(String what) throws InterruptedException {
        journal.say(what);
        journal.time().sleep(Duration.ofSeconds(1));
    }
}
