package dev.deft.policy;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.deft.Deft;
import dev.deft.TaskName;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/** Either an attempt ends, or it is interrupted; and no interrupt outlives the attempt. */
final class WatchRaces {
    private static final TimeoutPolicy POLICY =
            Deft.global().policies().timeout(TaskName.named("race"), Duration.ofMinutes(1));

    private WatchRaces() {}

    /** An attempt that ends while the sweeper finds that its time is up. */
    @JCStressTest
    @Outcome(id = "true, true, false", expect = ACCEPTABLE, desc = "interrupted, and told so")
    @Outcome(
            id = "true, false, false",
            expect = ACCEPTABLE,
            desc = "fired between the look and the end: told, not seen")
    @Outcome(id = "false, false, false", expect = ACCEPTABLE, desc = "ended first")
    @Outcome(expect = FORBIDDEN, desc = "a stray interrupt, or one that nobody was told of")
    @State
    public static class EndOrFire {
        private final SweptWatch watch = new SweptWatch();

        /** The attempt: what it was told at its end, whether it saw an interrupt, and whether one was left. */
        @Actor
        public void attempt(ZZZ_Result seen) {
            watch.claim(Thread.currentThread(), POLICY, 1);
            seen.r2 = Thread.currentThread().isInterrupted();
            seen.r1 = watch.end() != null;
            seen.r3 = Thread.interrupted();
        }

        /** The sweeper. */
        @Actor
        public void sweeper() {
            long state = watch.state();
            if (SweptWatch.isBusy(state)) {
                watch.fire(state);
            }
        }
    }

    /** Two attempts in one slot, one after the other, while the sweeper is after the first. */
    @JCStressTest
    @Outcome(id = "false, false, false", expect = ACCEPTABLE, desc = "both ended first")
    @Outcome(id = "true, false, false", expect = ACCEPTABLE, desc = "the first was interrupted")
    @Outcome(id = "false, true, false", expect = ACCEPTABLE, desc = "the second was seen, and interrupted")
    @Outcome(expect = FORBIDDEN, desc = "one use was taken for another")
    @State
    public static class Reuse {
        private final SweptWatch watch = new SweptWatch();

        /** The attempts: whether each was told of an interrupt, and whether one was left. */
        @Actor
        public void attempts(ZZZ_Result seen) {
            watch.claim(Thread.currentThread(), POLICY, 1);
            seen.r1 = watch.end() != null;
            watch.claim(Thread.currentThread(), POLICY, 1);
            seen.r2 = watch.end() != null;
            seen.r3 = Thread.interrupted();
        }

        /** The sweeper. */
        @Actor
        public void sweeper() {
            long state = watch.state();
            if (SweptWatch.isBusy(state)) {
                watch.fire(state);
            }
        }
    }

    /** A slot that is tidied while its next user comes: it must keep that one's thread. */
    @JCStressTest
    @Outcome(id = "true, true, false", expect = ACCEPTABLE, desc = "claimed, and interrupted")
    @Outcome(id = "false, false, false", expect = ACCEPTABLE, desc = "being tidied: the user looks for another slot")
    @Outcome(expect = FORBIDDEN, desc = "the user's thread was forgotten")
    @State
    public static class Tidy {
        private final SweptWatch watch = new SweptWatch();

        /** The slot has been used. */
        public Tidy() {
            watch.claim(Thread.currentThread(), POLICY, 1);
            watch.end();
        }

        /** The next user, which fires itself: whether it got the slot, was interrupted, and kept a stray interrupt. */
        @Actor
        public void user(ZZZ_Result seen) {
            if (watch.claim(Thread.currentThread(), POLICY, 1)) {
                seen.r1 = true;
                watch.fire(watch.state());
                seen.r2 = Thread.currentThread().isInterrupted();
                watch.end();
            }
            seen.r3 = Thread.interrupted();
        }

        /** The sweeper, before it goes to sleep. */
        @Actor
        public void sweeper() {
            watch.tidy();
        }
    }
}
