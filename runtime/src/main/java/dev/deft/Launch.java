package dev.deft;

import dev.deft.internal.Context;
import org.jspecify.annotations.Nullable;

/** How tasks are started: by which runtime, where they run, and what they are to who starts them. */
final class Launch {
    final Deft deft;

    /** Null for a virtual thread each. */
    final @Nullable TaskPool pool;

    private final Kind kind;

    /** What a task is to the code that starts it. */
    enum Kind {
        /** It belongs to that. */
        ATTACHED,
        /** Nothing. */
        DETACHED,
        /** An attempt of the call that is under way there, and no task of its own to anybody. */
        PART
    }

    Launch(Deft deft, @Nullable TaskPool pool, Kind kind) {
        this.deft = deft;
        this.pool = pool;
        this.kind = kind;
    }

    boolean isPart() {
        return kind == Kind.PART;
    }

    /** Whether tasks are members of the group that they are started in. */
    boolean mayJoin() {
        return kind == Kind.ATTACHED;
    }

    /** Whether listeners are told of the tasks. */
    boolean isObserved() {
        return kind != Kind.PART && deft.isObserved();
    }

    /** What the tasks' contexts lie in. */
    Context parent() {
        return kind == Kind.DETACHED ? Context.background() : Context.current();
    }

    /** Whether the tasks may belong to a trace that is told elsewhere. */
    boolean isTraced() {
        return kind == Kind.ATTACHED && deft.isTraced();
    }

    /** What follows the tasks from this thread to theirs. */
    Carried carried() {
        return kind == Kind.DETACHED ? Carried.NOTHING : deft.carried();
    }
}
