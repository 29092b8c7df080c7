package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.InterruptGuard;
import dev.deft.internal.Registry;
import dev.deft.internal.Tail;
import dev.deft.internal.TaskThread;
import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a task is made of: the future, the work of its thread and its place in the registry, in one object.
 *
 * <p>Starting and ending a task is to cost little more than a thread and a future do. So what most tasks never need is
 * made when it is asked for, and no field with a volatile write is set on the way.
 */
sealed class RunningTask<T extends @Nullable Object> extends Task<T> implements Runnable, TaskThread
        permits BoundedTask {
    private static final VarHandle SCOPE;
    private static final VarHandle BEGUN;
    private static final VarHandle TOLD;
    private static final VarHandle TAIL;
    private static final VarHandle NOTICE;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SCOPE = lookup.findVarHandle(RunningTask.class, "scope", TaskScope.class);
            BEGUN = lookup.findVarHandle(RunningTask.class, "begun", boolean.class);
            TOLD = lookup.findVarHandle(RunningTask.class, "told", boolean.class);
            NOTICE = lookup.findVarHandle(RunningTask.class, "notice", Notice.class);
            TAIL = lookup.findVarHandle(RunningTask.class, "tail", Tail.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Stands for the end of every task that came before anybody asked for it. */
    private static final Tail ENDED = Tail.retired();

    private static final CompletableFuture<?> DONE = completedFuture(null);

    /** Dropped when it runs, so that the task does not keep what it has captured. */
    private @Nullable TaskBody<? extends T> body;

    private final InterruptGuard guard;

    /** Written by the starter, after others may know the task; read by who ends it, which comes after that. */
    private long ticket = Registry.REFUSED;

    /** Null until needed, for a task that was started outside of everything. */
    private volatile @Nullable TaskScope scope;

    /** What is current on the task's thread, if not the scope. That thread's alone to read and write. */
    private @Nullable Context current;

    /** Whether the thread has begun to run the body. */
    private volatile boolean begun;

    /** Whether the outcome was told; whoever sets it says what it is. Used only if somebody listens. */
    private volatile boolean told;

    /** Null until somebody asks for the end, or it has come. */
    private volatile @Nullable Tail tail;

    /** Null until somebody takes notice of the outcome, or the task fails without that. */
    private volatile @Nullable Notice notice;

    /** Whether it is a part of a call, which sees how it ends. */
    private final boolean part;

    /** Whether listeners are told of it as a task of its own. */
    private final boolean observed;

    @SuppressWarnings("this-escape") // the thread has not started
    RunningTask(Launch launch, TaskName name, TaskBody<? extends T> body) {
        super(launch.deft, name);
        this.part = launch.isPart();
        this.observed = launch.isObserved();
        this.body = Objects.requireNonNull(body, "body");
        this.guard = launch.pool == null ? new InterruptGuard(ownThread(launch.carried())) : InterruptGuard.unbegun();
    }

    private Thread ownThread(Carried carried) {
        Thread thread = name().threads().newThread(carried.isNothing() ? this : () -> runOwn(carried));
        thread.setUncaughtExceptionHandler(this);
        return thread;
    }

    /** Starts the task. */
    final RunningTask<T> start(Launch launch) {
        Context parent = launch.parent();
        if (parent.equals(Context.background()) && !launch.isTraced()) {
            return launch(launch, null);
        }
        TaskScope own = new TaskScope(this, parent, launch.mayJoin());
        if (launch.isPart() && deft.isObserved() && parent.belongsTo(name())) {
            own.identify(parent.id());
        }
        return start(own, parent, launch, Place.TAKE);
    }

    /** The same, with a deadline. */
    final RunningTask<T> start(Launch launch, long deadline) {
        Context parent = launch.parent();
        return start(new TaskScope(this, parent, deadline), parent, launch, Place.TAKE);
    }

    /** The same, in a group. */
    final RunningTask<T> start(Launch launch, GroupScope parent, Place place) {
        return start(new TaskScope(this, parent, true), parent, launch, place);
    }

    private RunningTask<T> start(TaskScope own, Context parent, Launch launch, Place place) {
        if (observed) {
            own.startedBy(parent.id());
        }
        if (launch.isTraced()) {
            deft.trace(own);
        }
        SCOPE.set(this, own); // a plain write: nobody else knows the task before its scope is linked
        TaskGroup<?> group = own.group();
        Throwable refusal = group == null ? null : group.enter(own, place);
        own.open(parent);
        return launch(launch, refusal);
    }

    private RunningTask<T> launch(Launch launch, @Nullable Throwable refusal) {
        if (isDone()) { // the parent has ended
            guard.discard();
            partEnded();
        } else if (refusal != null) {
            failUnstarted(refusal);
        } else if (launch.pool == null) {
            startThread();
        } else {
            ticket = deft.registry().enter(this, System.identityHashCode(this));
            if (ticket == Registry.REFUSED) {
                reject("the runtime is closed");
            } else {
                launch.pool.execute(this, launch.carried());
            }
        }
        return this;
    }

    private void startThread() {
        Thread thread = guard.owner();
        ticket = deft.registry().enter(this, thread.threadId());
        if (ticket == Registry.REFUSED) {
            reject("the runtime is closed");
            return;
        }
        time().taskStarting(thread);
        try {
            thread.start();
        } catch (Throwable failure) { // no memory for another thread, say
            time().taskEnded(thread);
            failUnstarted(failure);
        }
    }

    /** The task is not started, and fails for that. */
    final void reject(String reason) {
        TaskRejectedException rejection = new TaskRejectedException(name() + " was not started: " + reason);
        if (observed) {
            deft.tell(new TaskEvent.Rejected(name(), scope(), time().now(), rejection));
        }
        failUnstarted(rejection);
    }

    /** Nothing of the task will run. */
    final void failUnstarted(Throwable failure) {
        guard.discard();
        finishScope();
        settle(null, failure);
        partEnded();
    }

    /** The context has ended before the task got a thread, and it will get none. */
    final void withdrawn() {
        guard.discard();
        settleEnded(null);
        partEnded();
    }

    /** The work of the task's own thread. */
    @Override
    public final void run() {
        try {
            perform();
        } finally {
            partEnded();
            time().taskEnded(Thread.currentThread());
        }
    }

    private void runOwn(Carried carried) {
        try {
            carried.run(this::perform);
        } finally {
            partEnded();
            time().taskEnded(Thread.currentThread());
        }
    }

    /** The work of the task on the current thread, which does other things before and after. */
    final void runBorrowed(Carried carried) {
        guard.begin();
        TaskGroup<?> group = scope().group();
        if (group != null) {
            group.borrow(1);
        }
        Context before = Context.bind(scope());
        try {
            carried.run(this::perform);
        } finally {
            Context.bind(before);
            if (group != null) {
                group.borrow(-1);
            }
            partEnded();
            guard.surrender();
        }
    }

    private void perform() {
        BEGUN.setRelease(this, true);
        TaskBody<? extends T> work = Objects.requireNonNull(body);
        body = null;
        if (hasEnded()) {
            endPart();
            return;
        }
        if (observed) {
            scope().begin();
            deft.tell(new TaskEvent.Started(name(), scope(), time().now()));
        }
        runBody(work);
    }

    /** Runs the body and settles the task with what comes of it. */
    void runBody(TaskBody<? extends T> work) {
        T result;
        try {
            result = work.call();
        } catch (Throwable failure) {
            endPart();
            settleFailed(failure);
            return;
        }
        endPart();
        settleSucceeded(result);
    }

    /** No interrupt of the task reaches its thread any more. */
    final void endPart() {
        guard.finish();
    }

    void interrupt() {
        guard.fire(time());
    }

    /** Whether the current thread is the task's own. */
    final boolean runsHere() {
        return guard.isOwner();
    }

    /** Whether the context has ended, and the task with it. */
    final boolean hasEnded() {
        TaskScope own = scope;
        return own != null && own.isCancelled();
    }

    private void finishScope() {
        TaskScope own = scope;
        if (own != null) {
            own.finish();
        }
    }

    final void settleSucceeded(@Nullable T result) {
        finishScope();
        if (hasEnded()) {
            settleEnded(null);
        } else {
            settle(result, null);
        }
    }

    final void settleFailed(Throwable failure) {
        finishScope();
        if (hasEnded()) {
            settleEnded(failure);
        } else {
            settle(null, failure);
        }
    }

    /** The context has ended, and the task with it, whatever the body does; {@code thrown} is what it did, if known. */
    final void settleEnded(@Nullable Throwable thrown) {
        TaskScope own = scope();
        TaskGroup<?> group = own.ownGroup();
        if (group != null && thrown != null) {
            group.threwLate(thrown);
        }
        if (isDone()) {
            return;
        }
        boolean expired = own.cause() instanceof DeadlineExceededException;
        boolean fits = expired ? thrown instanceof DeadlineExceededException : thrown instanceof CancellationException;
        settle(null, fits && thrown != null ? thrown : own.ending(name(), own.lastFailure()));
    }

    private boolean settle(@Nullable T result, @Nullable Throwable failure) {
        if (!observed) {
            return become(result, failure);
        }
        boolean counted = !runsHere() && addPart(); // the task has not terminated before its outcome was told
        try {
            if (!TOLD.compareAndSet(this, false, true)) {
                return false;
            }
            deft.tell(Outcomes.of(deft, name(), scope(), failure, scope().elapsed()));
            return become(result, failure);
        } finally {
            if (counted) {
                partEnded();
            }
        }
    }

    private boolean become(@Nullable T result, @Nullable Throwable failure) {
        if (failure == null) {
            return super.complete(result);
        }
        int waiting = getNumberOfDependents();
        if (!super.completeExceptionally(failure)) {
            return false;
        }
        reportUnlessNoticed(failure, waiting);
        TaskScope own = scope;
        TaskGroup<?> group = own == null ? null : own.ownGroup();
        if (group != null) {
            group.failed(this, failure);
        }
        return true;
    }

    /** Sees to it that a failure is reported in the end, unless somebody waits for the task, or comes to look at it. */
    private void reportUnlessNoticed(Throwable failure, int waiting) {
        Notice known = notice;
        int deaf = known instanceof Notice.Deaf callbacks ? callbacks.callbacks() : 0;
        if (part || failure instanceof CancellationException || known == Notice.Taken.TAKEN || waiting > deaf) {
            return;
        }
        UnseenFailure unseen = new UnseenFailure(this, failure).watch(this);
        if (!NOTICE.compareAndSet(this, known, unseen)) {
            unseen.dismiss(); // somebody has come meanwhile
        }
    }

    @Override
    final void noticed() {
        if (notice != Notice.Taken.TAKEN
                && NOTICE.getAndSet(this, Notice.Taken.TAKEN) instanceof UnseenFailure unseen) {
            unseen.dismiss();
        }
    }

    /** What is reported if nobody looks at the task; null if nothing is, for tests. */
    final @Nullable UnseenFailure unseenFailure() {
        return notice instanceof UnseenFailure unseen ? unseen : null;
    }

    /** Runs something more on a virtual thread of its own; {@code counted} as a part of this task or not. */
    final void startThread(Runnable work, boolean counted) {
        try {
            deft.startThread(name(), () -> {
                try {
                    work.run();
                } finally {
                    if (counted) {
                        partEnded();
                    }
                }
            });
        } catch (Throwable failure) { // no memory for another thread, say
            if (counted) {
                partEnded();
            }
            throw failure;
        }
    }

    /**
     * Counts a part, so that the task has not terminated before it has ended. A task that had terminated goes on, if
     * nobody knows of its end yet.
     *
     * @return false if somebody does: nobody waits for what is added now
     */
    final boolean addPart() {
        for (; ; ) {
            Tail known = tail;
            if (known == null) {
                if (TAIL.compareAndSet(
                        this, (Tail) null, new Tail(2, Tail.OF_TASK, time()))) { // the task's thread, and this
                    return true;
                }
                continue;
            }
            switch (known.addPart()) {
                case COUNTED -> {
                    return true;
                }
                case TOO_LATE -> {
                    return false;
                }
                case RETIRED -> {
                    long place = deft.registry().enter(this, System.identityHashCode(this));
                    TaskGroup<?> group = scope().group();
                    if (group != null) {
                        group.enterAgain();
                    }
                    if (TAIL.compareAndSet(this, known, new Tail(1, place, time()))) {
                        return true;
                    }
                    leave(place);
                }
            }
        }
    }

    private void partEnded() {
        if (TAIL.compareAndSet(this, (Tail) null, ENDED)) {
            leave(ticket);
            return;
        }
        Tail end = tail();
        if (end.partEnded()) {
            end.terminate();
            leave(end.ticket() == Tail.OF_TASK ? ticket : end.ticket());
        }
    }

    private void leave(long place) {
        if (place != Registry.REFUSED) {
            deft.registry().leave(place);
        }
        TaskScope own = scope;
        TaskGroup<?> group = own == null ? null : own.group();
        if (own != null && group != null) {
            group.leave(own);
        }
    }

    private Tail tail() {
        Tail present = tail;
        if (present != null) {
            return present;
        }
        Tail made = new Tail(1, Tail.OF_TASK, time());
        Tail witness = (Tail) TAIL.compareAndExchange(this, (Tail) null, made);
        return witness == null ? made : witness;
    }

    @Override
    public final CompletableFuture<@Nullable Void> terminated() {
        for (; ; ) {
            Tail known = tail();
            CompletableFuture<@Nullable Void> terminated = known.terminated();
            if (terminated != null) {
                return terminated;
            }
            TAIL.compareAndSet(this, known, new Tail(0, Registry.REFUSED, time()));
        }
    }

    @Override
    final TaskScope scope() {
        TaskScope present = scope;
        if (present != null) {
            return present;
        }
        TaskScope made = new TaskScope(this, Context.background(), false);
        TaskScope witness = (TaskScope) SCOPE.compareAndExchange(this, (TaskScope) null, made);
        return witness == null ? made : witness;
    }

    @Override
    final boolean hasBegun() {
        return begun;
    }

    final TimeSource time() {
        return deft.time();
    }

    @Override
    public final Context bound() {
        Context other = current;
        return other == null ? scope() : other;
    }

    @Override
    public final void bind(Context context) {
        current = context;
    }

    @Override
    public final boolean cancel(boolean mayInterruptIfRunning) {
        if (!isDone()) {
            scope().end(Context.cancellation(name() + " was cancelled", null), mayInterruptIfRunning);
        }
        return isCancelled();
    }

    @Override
    public final boolean complete(T value) {
        boolean first = settle(value, null);
        if (first) {
            endUnseen();
        }
        return first;
    }

    @Override
    public final boolean completeExceptionally(Throwable failure) {
        boolean first = settle(null, Objects.requireNonNull(failure, "failure"));
        if (first) {
            endUnseen();
        }
        return first;
    }

    private void endUnseen() {
        scope().end(Context.cancellation(name() + " was completed from the outside", null), true);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // only the effect matters
    final Task<T> onDone(Runnable callback, boolean heedsFailure) {
        boolean counted = addPart();
        Carried carried = deft.carried();
        CompletableFuture<?> end = heedsFailure ? this : unnoticedEnd();
        end.whenComplete((result, failure) -> {
            Runnable work = () -> runCallback(callback);
            if (!runsHere()) {
                startThread(() -> carried.run(work), counted);
                return;
            }
            carried.run(work);
            if (counted) {
                partEnded();
            }
        });
        return this;
    }

    /** Done when this is, for those who do not look at how it ends. */
    private CompletableFuture<?> unnoticedEnd() {
        Notice known = notice;
        while (known == null || known instanceof Notice.Deaf) {
            int before = known instanceof Notice.Deaf deaf ? deaf.callbacks() : 0;
            if (NOTICE.compareAndSet(this, known, new Notice.Deaf(before + 1))) {
                break;
            }
            known = notice;
        }
        return allOf(this, DONE); // attaches itself to this once, and does not call newIncompleteFuture
    }
}
