package dev.deft.policy;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.deft.internal.Wait;
import dev.deft.time.TimeSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** The books of {@link Permits} balance, however those who enter, give up and give back race. */
final class PermitRaces {
    private PermitRaces() {}

    /** Enters, and gives up at once if it would have to wait; gives what it holds afterwards. */
    static int tryEnter(Permits permits, int wanted) {
        int missing = permits.take(wanted);
        if (missing == 0) {
            return wanted;
        }
        Permits.Waiter waiter = new Permits.Waiter(new Wait(TimeSource.system()), wanted, missing);
        permits.enter(waiter, Integer.MAX_VALUE);
        return waiter.isGranted() || !permits.leave(waiter) ? wanted : 0;
    }

    /** One that gives back, and one that gives up waiting for it. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "the permit went from one to the other")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "it came too late, and is free")
    @Outcome(expect = FORBIDDEN, desc = "a permit was lost or doubled")
    @State
    public static class HandOverOrGiveUp {
        private final Permits permits = new Permits(1);

        /** The permit is held at first. */
        public HandOverOrGiveUp() {
            permits.take();
        }

        /** The holder. */
        @Actor
        public void holder() {
            permits.giveBack();
        }

        /** The one that would like to have it. */
        @Actor
        public void waiter(II_Result held) {
            held.r1 = tryEnter(permits, 1);
        }

        /** What is free in the end; a number no count can be if somebody is still owed something. */
        @Arbiter
        public void books(II_Result free) {
            free.r2 = permits.isAtRest() ? (int) permits.count() : Integer.MIN_VALUE;
        }
    }

    /** One that gives back, and two that give up waiting for it. */
    @JCStressTest
    @Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "the first got it")
    @Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "the second got it")
    @Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "it came too late for both")
    @Outcome(expect = FORBIDDEN, desc = "a permit was lost or doubled")
    @State
    public static class TwoGiveUp {
        private final Permits permits = new Permits(1);

        /** The permit is held at first. */
        public TwoGiveUp() {
            permits.take();
        }

        /** The holder. */
        @Actor
        public void holder() {
            permits.giveBack();
        }

        /** One that would like to have it. */
        @Actor
        public void first(III_Result held) {
            held.r1 = tryEnter(permits, 1);
        }

        /** Another. */
        @Actor
        public void second(III_Result held) {
            held.r2 = tryEnter(permits, 1);
        }

        /** What is free in the end. */
        @Arbiter
        public void books(III_Result free) {
            free.r3 = permits.isAtRest() ? (int) permits.count() : Integer.MIN_VALUE;
        }
    }

    /** Calls that weigh more than one: two come for what a third gives back in two parts. */
    @JCStressTest
    @Outcome(id = "2, 0, 0", expect = ACCEPTABLE, desc = "the heavy one got both")
    @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "the light one got one, and one is free")
    @Outcome(id = "0, 0, 2", expect = ACCEPTABLE, desc = "they came too late for both")
    @Outcome(expect = FORBIDDEN, desc = "a permit was lost or doubled")
    @State
    public static class HeavyAndLight {
        private final Permits permits = new Permits(2);

        /** Both permits are held at first. */
        public HeavyAndLight() {
            permits.take(2);
        }

        /** The holder. */
        @Actor
        public void holder() {
            permits.giveBack();
            permits.giveBack();
        }

        /** One that wants both. */
        @Actor
        public void heavy(III_Result held) {
            held.r1 = tryEnter(permits, 2);
        }

        /** One that wants one. */
        @Actor
        public void light(III_Result held) {
            held.r2 = tryEnter(permits, 1);
        }

        /** What is free in the end. */
        @Arbiter
        public void books(III_Result free) {
            free.r3 = permits.isAtRest() ? (int) permits.count() : Integer.MIN_VALUE;
        }
    }

    /** A limit that shrinks and grows again while one gives back and another gives up. */
    @JCStressTest
    @Outcome(id = "1, 0, 0, 1", expect = ACCEPTABLE, desc = "the permit went from one to the other")
    @Outcome(id = "0, 1, 0, 1", expect = ACCEPTABLE, desc = "the permit is free")
    @Outcome(expect = FORBIDDEN, desc = "a permit was lost or doubled")
    @State
    public static class ShrinkAndGrow {
        private final Permits permits = new Permits(1);

        /** The permit is held at first. */
        public ShrinkAndGrow() {
            permits.take();
        }

        /** The holder. */
        @Actor
        public void holder() {
            permits.giveBack();
        }

        /** The one that would like to have it. */
        @Actor
        public void waiter(IIII_Result held) {
            held.r1 = tryEnter(permits, 1);
        }

        /** The operator. */
        @Actor
        public void operator() {
            permits.resize(0);
            permits.resize(1);
        }

        /** What is free in the end, who still waits, and how many permits there are. */
        @Arbiter
        public void books(IIII_Result free) {
            free.r2 = permits.isAtRest() ? (int) permits.count() : Integer.MIN_VALUE;
            free.r3 = permits.waiting();
            free.r4 = (int) permits.size();
        }
    }
}
