package dev.deft.samples.quickstart;

import dev.deft.Defer;
import dev.deft.annotation.Deferred;
import java.util.concurrent.locks.ReentrantLock;

/** A {@code Defer} parameter: the body itself says, as it goes, what is to be done at its end. */
public class Backup {
    private final Journal journal;
    private final ReentrantLock lock = new ReentrantLock();

    /** A backup that tells what it does. */
    public Backup(Journal journal) {
        this.journal = journal;
    }

    // tag::defer[]
    /** The wrapper's method is {@code copy(String from, String to)}: it brings the {@code Defer} itself. */
    @Deferred
    public int copy(String from, String to, Defer defer) {
        defer.unlock(lock); // locks it now
        Disk source = defer.close(open(from));
        Disk target = defer.close(open(to));
        defer.onFailure(target::erase);
        return source.copyTo(target);
    }
    // end::defer[]

    private Disk open(String name) {
        journal.say("open %s", name);
        return new Disk(name);
    }

    /** A disk that tells what happens to it. */
    private final class Disk implements AutoCloseable {
        private final String name;

        Disk(String name) {
            this.name = name;
        }

        int copyTo(Disk target) {
            if (target.name.equals("full disk")) {
                throw new IllegalStateException("no space left on " + target.name);
            }
            journal.say("copy");
            return 3;
        }

        void erase() {
            journal.say("erase %s", name);
        }

        @Override
        public void close() {
            journal.say("close %s", name);
        }
    }
}
