package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Scope;
import java.time.Duration;

/**
 * A synchronous call that listeners are told of. Made by {@link Deft#begin}; ended, on the same thread and once, by
 * {@link #succeeded} or {@link #failed}. For generated code.
 */
public final class Call {
    private final Deft deft;
    private final TaskName name;
    private final Context before;
    private final Scope scope;
    private final long begun;

    Call(Deft deft, TaskName name) {
        this.deft = deft;
        this.name = name;
        this.before = Context.current();
        this.scope = new Scope(before, deft.time(), name);
        scope.startedBy(before.id());
        deft.trace(scope);
        scope.open(before);
        Context.bind(scope);
        deft.tell(new TaskEvent.Started(name, scope, deft.time().now()));
        begun = deft.time().nanoTime();
    }

    /** The call returned. */
    public void succeeded() {
        end(Outcomes.of(deft, name, scope, null, elapsed()));
    }

    /**
     * The call threw.
     *
     * @param failure what the caller is about to get
     */
    public void failed(Throwable failure) {
        // No task here whose status could say CANCELLED: a call that was interrupted has been cancelled, too.
        boolean interrupted = failure instanceof InterruptedException || failure instanceof TaskInterruptedException;
        end(
                interrupted
                        ? Outcomes.cancelled(deft, name, scope, failure, elapsed())
                        : Outcomes.of(deft, name, scope, failure, elapsed()));
    }

    private Duration elapsed() {
        return Duration.ofNanos(deft.time().nanoTime() - begun);
    }

    private void end(TaskEvent outcome) {
        Context.bind(before);
        scope.finish();
        deft.tell(outcome);
    }
}
