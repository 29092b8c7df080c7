package dev.deft.internal;

import dev.deft.DeadlineExceededException;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A context that can end, by hand, with its parent, or at its deadline.
 *
 * <p>It refers upwards only through the list that it is linked into, and what is below it moves up when its work is
 * done: a task that starts the next and ends, for ever, keeps nothing of those before.
 */
public non-sealed class Scope extends Context implements TaskContext.Cancellable {
    private static final VarHandle CAUSE;
    private static final VarHandle BELOW;
    private static final VarHandle ID;
    private static final VarHandle TRACE;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            CAUSE = lookup.findVarHandle(Scope.class, "cause", Throwable.class);
            BELOW = lookup.findVarHandle(Scope.class, "below", LinkList.class);
            ID = lookup.findVarHandle(Scope.class, "id", String.class);
            TRACE = lookup.findVarHandle(Scope.class, "trace", Trace.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** The task that this is the context of; null if it only bounds a part of one. */
    final @Nullable TaskName name;

    /** Whether {@link #deadline} holds. */
    final boolean bounded;

    /** The soonest deadline that holds here, by this scope's time. */
    final long deadline;

    /** Whether the deadline is this scope's own, so that it has to watch it. */
    private final boolean timed;

    /** Of a group: this; else the nearest group above, if there is one. */
    final @Nullable Scope gathering;

    volatile @Nullable Throwable cause;
    volatile int retries; // counted from what a field is anyway: a volatile write is dear where tasks are made
    volatile @Nullable Throwable lastFailure;
    volatile boolean waiting;

    private volatile @Nullable LinkList below;

    /** What this lay under when its work was done and it left; null before. */
    private volatile @Nullable Scope heir;

    /** Whether the work is done, so that nobody need watch the deadline. Plain: who still works need not know. */
    private boolean done;

    private volatile TimeSource.@Nullable Timer timer;
    private volatile @Nullable String id;
    private volatile @Nullable Trace trace;
    private @Nullable Instant deadlineInstant;

    /** Kept only for listeners, and as an identity, not as a scope: a task keeps none of those that started it. */
    private @Nullable String starter;

    /**
     * A scope without a deadline of its own. It takes part in its parent's end only from {@link #open} on.
     *
     * @param parent what it lies in
     * @param time by what it measures
     * @param name the task that begins here, or null if it is the parent's that goes on
     */
    public Scope(Context parent, TimeSource time, @Nullable TaskName name) {
        super(parent, time, name != null);
        this.name = name;
        this.bounded = parent.isBounded();
        this.deadline = parent.deadlineBy(time);
        this.timed = false;
        this.trace = traceOf(parent);
        this.gathering = parent.gathering();
    }

    /**
     * The scope of a group. It takes part in its parent's end only from {@link #open} on.
     *
     * @param parent what it lies in
     * @param time by what it measures
     */
    protected Scope(Context parent, TimeSource time) {
        super(parent, time, false);
        this.name = null;
        this.bounded = parent.isBounded();
        this.deadline = parent.deadlineBy(time);
        this.timed = false;
        this.trace = traceOf(parent);
        this.gathering = this;
    }

    /**
     * A scope with a deadline.
     *
     * @param parent what it lies in
     * @param time by what it measures
     * @param name the task that begins here, or null if it is the parent's that goes on
     * @param deadline when it ends, unless the parent's deadline is sooner
     */
    public Scope(Context parent, TimeSource time, @Nullable TaskName name, long deadline) {
        super(parent, time, name != null);
        this.name = name;
        this.bounded = true;
        long inherited = parent.deadlineBy(time);
        this.timed = !parent.isBounded() || deadline - inherited < 0;
        this.deadline = timed ? deadline : inherited;
        this.trace = traceOf(parent);
        this.gathering = parent.gathering();
    }

    private static @Nullable Trace traceOf(Context parent) {
        Scope above = parent.execution;
        return above == null ? null : above.trace();
    }

    /**
     * Links this to its parent and begins to watch the deadline; the scope may have ended when this returns. Called
     * once, before anybody else knows the scope.
     *
     * @param parent what was given to the constructor
     * @return this
     */
    public final Scope open(Context parent) {
        Scope above = parent.scope;
        boolean unwatched = false;
        if (above != null) {
            unwatched = bounded && above.done;
            above.add(this);
        }
        if ((timed || unwatched) && cause == null) {
            long left = deadline - time.nanoTime();
            if (left <= 0) {
                expire();
            } else {
                TimeSource.Timer watch = time.schedule(left, new Expiry(this));
                timer = watch;
                if (cause != null) {
                    watch.cancel();
                }
            }
        }
        return this;
    }

    /**
     * Adds what is to be told of the end; tells it at once if that has come. What comes after the work is done lies under
     * what the work lay under.
     */
    final void add(Link link) {
        Scope scope = this;
        for (; ; ) {
            Throwable end = scope.cause;
            if (end != null) {
                link.ended(end, true);
                return;
            }
            Scope next = scope.heir;
            if (next != null) {
                scope = next;
            } else if (scope.list().add(link) && (scope.heir == null || !link.leave())) {
                return; // it was done with before anybody had an heir
            }
        }
    }

    private LinkList list() {
        LinkList present = below;
        if (present != null) {
            return present;
        }
        LinkList made = new LinkList(this);
        LinkList witness = (LinkList) BELOW.compareAndExchange(this, (LinkList) null, made);
        return witness == null ? made : witness;
    }

    /** Ends a scope at its deadline; its text tells people what is due. */
    private record Expiry(Scope scope) implements Runnable {
        @Override
        public void run() {
            scope.expire();
        }

        @Override
        public String toString() {
            return "the deadline of " + scope.label();
        }
    }

    private void expire() {
        end(new DeadlineExceededException(label() + ": its deadline passed"), true);
    }

    @Override
    public void cancel() {
        cancel(null);
    }

    @Override
    public void cancel(@Nullable Throwable cause) {
        end(cause == null ? cancellation(label() + " was cancelled", null) : cause, true);
    }

    @Override
    public void close() {
        cancel();
    }

    /**
     * Ends this scope and all below it. The first call counts.
     *
     * @param cause why
     * @param interrupt whether bodies that run are to be interrupted
     * @return true if this call ended it
     */
    public final boolean end(Throwable cause, boolean interrupt) {
        if (!begin(cause, interrupt)) {
            return false;
        }
        tellAllBelow(cause, interrupt);
        return true;
    }

    /** Ends this scope, but tells nobody below yet; false if it had ended. */
    private boolean begin(Throwable cause, boolean interrupt) {
        if (!CAUSE.compareAndSet(this, (Throwable) null, cause)) {
            return false;
        }
        stopTimer();
        leave();
        onEnding(interrupt);
        return true;
    }

    /**
     * Depth first, in a loop: contexts nest as deep as anybody likes. What was taken from its list belongs to this thread,
     * so a scope keeps in its links where to go on once all below it were told: up, and to the next beside it.
     */
    private void tellAllBelow(Throwable cause, boolean interrupt) {
        Scope current = this;
        Link next = current.takeBelow();
        for (; ; ) {
            if (next == null) {
                Scope told = current;
                if (!told.equals(this)) {
                    current = (Scope) Objects.requireNonNull(told.previous);
                    next = told.next;
                    told.previous = null;
                    told.next = null;
                }
                told.onEnded();
                if (told.equals(this)) {
                    return;
                }
                continue;
            }
            Link link = next;
            next = link.next;
            link.previous = null;
            link.next = null;
            if (!(link instanceof Scope child)) {
                link.ended(cause, interrupt);
            } else if (child.begin(cause, interrupt)) {
                child.previous = current;
                child.next = next;
                current = child;
                next = child.takeBelow();
            }
        }
    }

    private @Nullable Link takeBelow() {
        LinkList links = below;
        return links == null ? null : links.takeAll();
    }

    @Override
    protected final void ended(Throwable cause, boolean interrupt) {
        end(cause, interrupt);
    }

    /**
     * Whether layers of a call may lie right below this scope, so that they belong to the call that begins here.
     *
     * @return false if what begins below is another call
     */
    protected boolean beginsCall() {
        return true;
    }

    /**
     * Called by the thread that ended this scope, before all below are told.
     *
     * @param interrupt whether a body that runs is to be interrupted
     */
    protected void onEnding(boolean interrupt) {}

    /** Called by the thread that ended this scope, after all below were told. */
    protected void onEnded() {}

    /**
     * Lets go of this scope because its work is done, without ending what is below it: that goes on under the parent.
     * Idempotent; nothing if the scope has ended.
     */
    public final void finish() {
        done = true;
        appointHeir(); // before a look at what is below: who adds something looks in the other order
        LinkList links = below;
        if (links == null || links.finish(!timed)) {
            stopTimer();
            leave();
        } else {
            heir = null; // until the last below has left
        }
    }

    /** Nothing holds this in its place any longer: what is added from now on belongs to the one above. */
    final void appointHeir() {
        LinkList place = list;
        if (place != null) {
            heir = place.owner();
        }
    }

    final void stopTimer() {
        TimeSource.Timer watch = timer;
        if (watch != null) {
            watch.cancel();
        }
    }

    final String ownId() {
        String present = id;
        if (present != null) {
            return present;
        }
        String made = Ids.task();
        String witness = (String) ID.compareAndExchange(this, (String) null, made);
        return witness == null ? made : witness;
    }

    /**
     * Takes over an identity. Called once at most, before anybody else knows the scope.
     *
     * @param identity that of the call of which this is a part
     */
    public final void identify(String identity) {
        id = identity;
    }

    /**
     * Makes what begins here a part of a trace that is told elsewhere. Called once at most, before anybody else knows the scope.
     *
     * @param identity of the trace
     * @throws IllegalArgumentException if it is not 32 lower case hexadecimal digits, or all zero
     */
    public final void inTrace(String identity) {
        if (!Ids.isTrace(identity)) {
            throw new IllegalArgumentException(
                    "the identity of a trace is 32 lower case hexadecimal digits, not all zero, and not: " + identity);
        }
        trace = new Trace(identity);
    }

    /**
     * Notes who started the task that begins here. Called once at most, before anybody else knows the scope.
     *
     * @param identity that of the task or call
     */
    public final void startedBy(String identity) {
        starter = identity;
    }

    /**
     * Who started the task that begins here.
     *
     * @return its identity, all zero if it was not noted
     */
    public final String starterId() {
        String known = starter;
        return known == null ? Ids.NO_TASK : known;
    }

    /**
     * The identity of the execution that begins here, its trace, values and attempt as it is now, apart from all else: what
     * keeps that, keeps nothing of the task.
     *
     * @return a scope of its own, which never ends
     */
    public final Scope apart() {
        Scope apart = new Scope((Context) withoutCancel(), time, name);
        apart.id = ownId();
        apart.retries = retries;
        apart.starter = starter;
        return apart;
    }

    /** Made when first needed: most tasks start no other, and are asked by nobody. */
    private Trace trace() {
        Trace present = trace;
        if (present != null) {
            return present;
        }
        Trace made = new Trace();
        Trace witness = (Trace) TRACE.compareAndExchange(this, (Trace) null, made);
        return witness == null ? made : witness;
    }

    final String ownTraceId() {
        return trace().id();
    }

    /** Told in terms of the wall clock when first asked, so that it does not change with every question. */
    final Instant deadlineInstant() {
        Instant known = deadlineInstant; // a race is harmless: immutable, and any reading will do
        if (known == null) {
            known = time.now().plusNanos(deadline - time.nanoTime());
            deadlineInstant = known;
        }
        return known;
    }

    /**
     * What the last attempt failed with.
     *
     * @return null if none has
     */
    public final @Nullable Throwable lastFailure() {
        return lastFailure;
    }

    /**
     * Whether a thread waits here within the runtime.
     *
     * @return true between the begin and the end of a {@link Wait}
     */
    public final boolean isWaiting() {
        return waiting;
    }

    /** How many are told of the end, for tests. */
    final int linked() {
        LinkList links = below;
        return links == null ? 0 : links.size();
    }
}
