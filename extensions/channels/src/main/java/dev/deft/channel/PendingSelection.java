package dev.deft.channel;

import dev.deft.TaskContext;
import dev.deft.TaskWait;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A select that found no case ready, and waits. One compare-and-set decides between those who would serve one of its
 * cases, the contexts that it watches, and the end of its wait.
 */
final class PendingSelection<R extends @Nullable Object> implements Supplier<R> {
    private static final VarHandle DECISION;

    static {
        try {
            DECISION = MethodHandles.lookup().findVarHandle(PendingSelection.class, "decision", Supplier.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final TaskWait wait = TaskWait.begin();
    private final List<ContextCase<? extends R>> contexts = new ArrayList<>(0);
    private final List<CaseWaiter<?, ? extends R>> waiters;
    private final @Nullable TimeoutCase<? extends R> timeout;

    /** What is left to be done for what was decided. */
    private volatile @Nullable Supplier<? extends R> decision;

    PendingSelection(Case<? extends R>[] cases, @Nullable TimeoutCase<? extends R> timeout) {
        this.waiters = new ArrayList<>(cases.length);
        this.timeout = timeout;
        for (Case<? extends R> each : cases) {
            if (each instanceof ChannelCase<?, ? extends R> ready) {
                CaseWaiter<?, ? extends R> waiter = ready.waiter(this, wait);
                if (waiter != null) {
                    waiters.add(waiter);
                }
            } else if (each instanceof ContextCase<? extends R> ended) {
                contexts.add(ended);
            }
        }
    }

    /** Leaves a waiter in each channel. Under their locks. */
    void enqueue() {
        for (CaseWaiter<?, ? extends R> waiter : waiters) {
            waiter.enqueue();
        }
    }

    /** Waits, and does what was decided. */
    @Override
    public R get() {
        List<TaskContext.Registration> watches = new ArrayList<>(contexts.size());
        try {
            for (ContextCase<? extends R> ended : contexts) {
                watches.add(ended.watch(this));
            }
            TaskWait.Outcome outcome = timeout == null ? wait.await() : wait.await(timeout.timeout);
            if (outcome != TaskWait.Outcome.SIGNALLED) {
                decide(ending(outcome)); // or it was decided meanwhile, and that counts
            }
        } finally {
            watches.forEach(TaskContext.Registration::remove);
            waiters.forEach(CaseWaiter::withdraw);
        }
        return Objects.requireNonNull(decision).get();
    }

    /**
     * Decides what comes of this, unless that was decided before.
     *
     * @param next what is left to be done
     * @return true if this call decided; {@link #wake} has to follow
     */
    boolean decide(Supplier<? extends R> next) {
        return DECISION.compareAndSet(this, (Supplier<?>) null, next);
    }

    void wake() {
        wait.signal();
    }

    private Supplier<? extends R> ending(TaskWait.Outcome outcome) {
        if (outcome == TaskWait.Outcome.TIME_UP) {
            return Objects.requireNonNull(timeout).onTimeout;
        }
        // The context that ended the wait may be one that is watched, or lie below it, and have been told first.
        for (ContextCase<? extends R> each : contexts) {
            Supplier<? extends R> next = each.attempt();
            if (next != null) {
                return next;
            }
        }
        return () -> {
            throw wait.failure(outcome);
        };
    }
}
