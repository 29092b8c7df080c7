package dev.deft.policy;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.deft.time.TimeSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Under a {@link FairLock} writers are alone, and what one wrote the next one sees. */
final class LockRaces {
    private LockRaces() {}

    /** Two that write and one that reads two fields that belong together. */
    @JCStressTest
    @Outcome(
            id = {"0, 2, 1", "1, 2, 1", "2, 2, 1"},
            expect = ACCEPTABLE,
            desc = "in some order")
    @Outcome(expect = FORBIDDEN, desc = "an update was lost, half of one was read, or the lock is not at rest")
    @State
    public static class WritersAndReader {
        private final FairLock lock = new FairLock(TimeSource.system());
        private int left;
        private int right;

        private void write() {
            lock.lockWriting();
            left++;
            right++;
            lock.unlockWriting();
        }

        /** One. */
        @Actor
        public void one() {
            write();
        }

        /** The other. */
        @Actor
        public void other() {
            write();
        }

        /** Reads both. */
        @Actor
        public void reader(III_Result seen) {
            lock.lockReading();
            seen.r1 = left == right ? left : -1;
            lock.unlockReading();
        }

        /** The sum, and whether the lock is at rest. */
        @Arbiter
        public void end(III_Result end) {
            end.r2 = left == right ? left : -1;
            end.r3 = lock.isAtRest() ? 1 : 0;
        }
    }
}
