package dev.deft.internal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.deft.TaskContext;
import dev.deft.TaskWait;
import dev.deft.time.TimeSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZZZ_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** The end of a context reaches all that is below it, once. */
final class ContextRaces {
    private ContextRaces() {}

    /** A child that is born while its parent is cancelled. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "the child is cancelled as well")
    @Outcome(expect = FORBIDDEN, desc = "the child lives on")
    @State
    public static class BornWhileCancelled {
        private final TaskContext.Cancellable parent = Context.background().withCancel();
        private TaskContext.Cancellable child;

        /** The parent's canceller. */
        @Actor
        public void canceller() {
            parent.cancel();
        }

        /** Makes the child. */
        @Actor
        public void maker() {
            child = parent.withCancel();
        }

        /** Whether the child has ended. */
        @Arbiter
        public void child(Z_Result ended) {
            ended.r1 = child.isCancelled();
        }
    }

    /** A callback that is taken back while the context is cancelled: it ran if, and only if, that came too late. */
    @JCStressTest
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "taken back in time")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "too late: it ran")
    @Outcome(expect = FORBIDDEN, desc = "it ran though it was taken back, or did neither, or ran twice")
    @State
    public static class TakenBackWhileCancelled {
        private final TaskContext.Cancellable context = Context.background().withCancel();
        private final AtomicInteger runs = new AtomicInteger();
        private final TaskContext.Registration registration = context.onCancel(runs::incrementAndGet);
        private volatile boolean takenBack;

        /** The canceller. */
        @Actor
        public void canceller() {
            context.cancel();
        }

        /** Takes the callback back. */
        @Actor
        public void owner() {
            takenBack = registration.remove();
        }

        /** How often it ran, and whether it was taken back. */
        @Arbiter
        public void end(II_Result end) {
            end.r1 = runs.get();
            end.r2 = takenBack ? 1 : 0;
        }
    }

    /** A wait that is signalled when its time is up: whoever signalled knows which it was. */
    @JCStressTest
    @Outcome(
            id = {"true, true", "false, false"},
            expect = ACCEPTABLE,
            desc = "both sides agree")
    @Outcome(expect = FORBIDDEN, desc = "what was handed over is lost")
    @State
    public static class SignalOrTime {
        private final Wait wait = new Wait(TimeSource.system());

        /** Hands something over. */
        @Actor
        public void giver(ZZ_Result signalled) {
            signalled.r1 = wait.signal();
        }

        /** Waits for no time at all. */
        @Actor
        public void waiter(ZZ_Result signalled) {
            signalled.r2 = wait.awaitUntil(System.nanoTime()) == TaskWait.Outcome.SIGNALLED;
        }
    }

    /** A part of a thread's work that ends while somebody interrupts it. */
    @JCStressTest
    @Outcome(
            id = {"true, true, false", "false, false, false"},
            expect = ACCEPTABLE,
            desc = "both sides agree")
    @Outcome(expect = FORBIDDEN, desc = "an interrupt is left behind, or nobody knows of it")
    @State
    public static class FinishOrFire {
        private volatile InterruptGuard guard;

        /** The part: whether it was told of an interrupt, and whether one was left. */
        @Actor
        public void part(ZZZ_Result seen) {
            InterruptGuard mine = new InterruptGuard();
            guard = mine;
            seen.r1 = mine.finish();
            seen.r3 = Thread.interrupted();
        }

        /** The one that interrupts. */
        @Actor
        public void other(ZZZ_Result fired) {
            InterruptGuard theirs = guard;
            fired.r2 = theirs != null && theirs.fire(TimeSource.system());
        }
    }
}
