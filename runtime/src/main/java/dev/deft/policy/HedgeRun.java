package dev.deft.policy;

import dev.deft.Task;
import dev.deft.TaskBody;
import dev.deft.TaskWait;
import dev.deft.internal.Context;
import dev.deft.internal.Wait;
import dev.deft.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hedged call: its caller starts attempts and waits, the attempts report how they end. The monitor guards what they
 * report, a few field writes, and never a call to the outside; all else belongs to the caller's thread.
 *
 * @param <T> type of the result
 */
final class HedgeRun<T extends @Nullable Object> {
    /** Earlier failures that are kept, as by a retry. */
    private static final int MAX_SUPPRESSED = 8;

    private final Subject subject;
    private final Allowance allowance;
    private final HedgePolicy.Plan plan;
    private final TaskBody<T> body;
    private final boolean interruptibly;
    private final List<Task<T>> attempts = new ArrayList<>(2);

    /** How many more may be started; 0 as soon as something has spoken against any. */
    private int left;

    /** What attempts failed with, in order. */
    private final List<Throwable> failures = new ArrayList<>(2);

    /** Attempts that were cancelled, though not by this run, and what the last of them ended with. */
    private int calledOff;

    private @Nullable Throwable cancellation;

    /** Guarded by the monitor, as all that follows: ends of attempts that the caller has not dealt with. */
    private final List<Failure> reported = new ArrayList<>(2);

    private boolean firstFailed;

    /** Number of the attempt that has won, or 0. */
    private int winner;

    private @Nullable T result;
    private @Nullable Wait waiting;

    HedgeRun(Subject subject, Allowance allowance, HedgePolicy.Plan plan, TaskBody<T> body, boolean interruptibly) {
        this.subject = subject;
        this.allowance = allowance;
        this.plan = plan;
        this.body = body;
        this.interruptibly = interruptibly;
        this.left = plan.settings().max();
    }

    T run() {
        TimeSource time = subject.time();
        long after = plan.afterNanos();
        boolean timed = after != LatencyQuantile.UNKNOWN;
        long begun = time.nanoTime();
        try {
            startAttempt();
            long next = begun + after;
            while (!hasWon()) {
                if (dealWithFailures()) {
                    next = time.nanoTime() + after;
                } else if (failures.size() + calledOff == attempts.size()) {
                    throw allFailed();
                } else {
                    TaskWait.Outcome outcome = awaitReport(timed && left > 0, next);
                    if (hasWon()) {
                        break; // whatever else ended the wait
                    }
                    if (outcome == TaskWait.Outcome.TIME_UP) {
                        tryAnother();
                        next = time.nanoTime() + after;
                    } else if (outcome != TaskWait.Outcome.SIGNALLED) {
                        throw ended(outcome);
                    }
                }
            }
            if (!firstFailed()) {
                plan.took(time.nanoTime() - begun);
            }
            tellWinner();
            return result();
        } finally {
            cancelAll();
        }
    }

    private void tellWinner() {
        int number;
        synchronized (this) {
            number = winner;
        }
        if (number > 1) {
            subject.hedgeWon(number);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it is told of the end
    private void startAttempt() {
        int number = attempts.size() + 1;
        Throwable before = lastFailure();
        Task<T> attempt = subject.deft().startAttempt(subject.name(), () -> {
            Context.current().attempt(subject.name(), number, before);
            return body.call();
        });
        attempts.add(attempt);
        attempt.whenComplete((value, failure) -> ended(attempt, number, value, failure));
    }

    /** One more, if that is allowed; if not, no more at all. */
    private boolean tryAnother() {
        if (left == 0) {
            return false;
        }
        if (!allowance.tryWithdraw()) {
            left = 0;
            return false;
        }
        left--;
        subject.hedgeStarted(attempts.size() + 1);
        startAttempt();
        return true;
    }

    private void ended(Task<T> attempt, int number, T value, @Nullable Throwable failure) {
        Wait caller;
        synchronized (this) {
            if (failure != null) {
                firstFailed |= number == 1;
                reported.add(new Failure(failure, attempt.context().isCancelled()));
            } else if (winner == 0) {
                winner = number;
                result = value;
            }
            caller = waiting;
            waiting = null;
        }
        if (caller != null) {
            caller.signal();
        }
    }

    /** Takes the reported failures into account; true if another attempt was started. */
    private boolean dealWithFailures() {
        boolean started = false;
        for (Failure each = nextReported(); each != null; each = nextReported()) {
            if (each.calledOff) {
                calledOff++;
                cancellation = each.thrown;
                left = 0;
                continue;
            }
            failures.add(each.thrown);
            Throwable failure = Failures.of(each.thrown);
            if (!(failure instanceof Exception)
                    || Failures.isCancellation(failure)
                    || Context.current().isCancelled()
                    || subject.deft().isClosed()) {
                left = 0;
            }
            started |= tryAnother();
        }
        return started;
    }

    private @Nullable Failure nextReported() {
        synchronized (this) {
            return reported.isEmpty() ? null : reported.removeFirst();
        }
    }

    private synchronized boolean hasWon() {
        return winner > 0;
    }

    @SuppressWarnings("NullAway") // what an attempt gave, null or not
    private synchronized T result() {
        return result;
    }

    private synchronized boolean firstFailed() {
        return firstFailed;
    }

    private TaskWait.Outcome awaitReport(boolean timed, long until) {
        Wait wait = new Wait(subject.time());
        synchronized (this) {
            if (winner > 0 || !reported.isEmpty()) {
                return TaskWait.Outcome.SIGNALLED;
            }
            waiting = wait;
        }
        TaskWait.Outcome outcome = timed ? wait.awaitUntil(until) : wait.await();
        synchronized (this) {
            waiting = null;
        }
        return outcome;
    }

    private RuntimeException allFailed() {
        if (Context.current().isCancelled()) { // that is why the attempts failed
            return ended(TaskWait.Outcome.CONTEXT_ENDED);
        }
        Throwable last = cancellation != null ? cancellation : failures.removeLast();
        int kept = Math.min(MAX_SUPPRESSED, failures.size());
        for (Throwable earlier : failures.subList(failures.size() - kept, failures.size())) {
            Failures.suppress(last, earlier);
        }
        return Failures.<RuntimeException>sneak(last);
    }

    private RuntimeException ended(TaskWait.Outcome outcome) {
        return WaitEnds.failure(subject, outcome, interruptibly, "its attempts", lastFailure());
    }

    private @Nullable Throwable lastFailure() {
        return failures.isEmpty() ? null : failures.getLast();
    }

    private void cancelAll() {
        for (Task<T> attempt : attempts) {
            attempt.cancel(true); // nothing if it is done
        }
    }

    /**
     * How an attempt ended.
     *
     * @param thrown what it failed with
     * @param calledOff whether that is because its context ended
     */
    private record Failure(Throwable thrown, boolean calledOff) {}
}
