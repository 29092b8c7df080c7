package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Futures;
import dev.deft.internal.Scope;
import dev.deft.internal.Wait;
import dev.deft.policy.Failures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that begin and end together: Go's {@code WaitGroup} and {@code errgroup}.
 *
 * <p>Between {@link Deft#group()} and {@link #close}, every task that is started on the thread that opened the group is a
 * member, by whatever wrapper, as is what {@link #start} starts from any thread. Members lie in the group's context, which
 * ends with the one that it was opened in. What a member starts in turn is a child of that member; the group does not
 * count it for its results, but waits for it as for the rest. Detached tasks belong to nobody.
 *
 * <p>The first member that fails cancels the others, and {@link #await} throws its failure, with those that came after it
 * suppressed. With {@link #collect}, the others go on. An {@link Error} is everybody's in any case. A member that was
 * cancelled on its own counts as failed.
 *
 * <p>After {@link #close} nothing of the group runs any more. Safe for use by any number of threads; {@link #close} is for
 * the thread that opened the group.
 *
 * @param <T> type of the members' results
 */
public final class TaskGroup<T extends @Nullable Object> implements AutoCloseable {
    private static final TaskName UNNAMED = TaskName.named("task of a group");

    private final Deft deft;
    private final Context before;
    private final GroupScope scope;

    /** The thread on which this is open; null if it is bound to none. */
    private final @Nullable Thread opener;

    /** How many of its tasks run on the thread of the opener, one within the other. Known to that thread alone. */
    private int lent;

    /** How many tasks run, those below the members included. */
    private final AtomicInteger running = new AtomicInteger();

    private final ReentrantLock lock = new ReentrantLock();

    /** In the order of their start; guarded by {@link #lock}, as is all that follows. */
    private final List<Task<T>> members = new ArrayList<>();

    /** Members that failed of themselves, in the order of time. */
    private final Set<Task<T>> failed = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<Throwable> failures = new ArrayList<>();
    private final List<Wait> waiting = new ArrayList<>();
    private volatile @Nullable GroupPlaces places;
    private volatile boolean collects;
    private boolean thrown;
    private volatile boolean sealed;
    private volatile boolean closed;

    @SuppressWarnings("this-escape") // the scope only stores it
    private TaskGroup(Deft deft, @Nullable Thread opener) {
        this.deft = deft;
        this.opener = opener;
        this.before = Context.current();
        this.scope = new GroupScope(this, before, deft);
        scope.open(before);
    }

    static <T extends @Nullable Object> TaskGroup<T> open(Deft deft) {
        TaskGroup<T> group = new TaskGroup<>(deft, Thread.currentThread());
        Context.bind(group.scope);
        return group;
    }

    static <P extends @Nullable Object, T extends @Nullable Object> TaskGroup<T> batch(
            Deft deft, Iterable<? extends P> items, Function<? super P, ? extends Task<T>> start) {
        TaskGroup<T> group = new TaskGroup<>(deft, null);
        group.scope.run(() -> group.startEach(items, start));
        return group;
    }

    private <P extends @Nullable Object> void startEach(
            Iterable<? extends P> items, Function<? super P, ? extends Task<T>> start) {
        boolean complete = false;
        try {
            for (P item : items) {
                if (scope.isCancelled()) {
                    break;
                }
                Objects.requireNonNull(start.apply(item), "a task");
            }
            complete = true;
        } finally {
            if (!complete) {
                cancel();
            }
            sealed = true;
            finishIfOver();
        }
    }

    /**
     * Lets at most so many members run at once. The starter of another waits until there is a place; a member that starts
     * another does not, that one waits itself. By default there is no limit.
     *
     * @param limit how many, at least 1
     * @return this
     * @throws IllegalArgumentException if it is less than 1
     * @throws IllegalStateException if a task was started
     */
    public TaskGroup<T> limit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a group of at most " + limit + " tasks would never run one");
        }
        requireNew();
        places = new GroupPlaces(limit, deft.time());
        return this;
    }

    /**
     * Lets all members go on to their end when one fails: {@link #await} then gives the results of those that succeed, and
     * {@link #failures} what the others failed with.
     *
     * @return this
     * @throws IllegalStateException if a task was started
     */
    public TaskGroup<T> collect() {
        requireNew();
        collects = true;
        return this;
    }

    private void requireNew() {
        lock.lock();
        try {
            if (!members.isEmpty()) {
                throw new IllegalStateException("the first task of " + this + " was started: settle this before");
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Starts a member.
     *
     * @param <R> type of its result
     * @param name what it shall be called in messages, events and thread dumps
     * @param body what it does
     * @return the task; it has failed if the thread was interrupted, or its context ended, while it waited for a place
     * @throws IllegalStateException if the group is closed, or was started as a whole
     */
    public <R extends T> Task<R> start(String name, TaskBody<? extends R> body) {
        return start(TaskName.named(name), body, false);
    }

    private void requireOpen() {
        if (sealed || closed) {
            throw new IllegalStateException(this + (closed ? " is closed" : " takes no other tasks"));
        }
    }

    /**
     * Starts a member without a name of its own. Otherwise as {@link #start(String, TaskBody)}.
     *
     * @param <R> type of its result
     * @param body what it does
     * @return the task
     */
    public <R extends T> Task<R> start(TaskBody<? extends R> body) {
        return start(UNNAMED, body, false);
    }

    /**
     * Starts a member without a result, for which {@link #await} gives null. Otherwise as
     * {@link #start(String, TaskBody)}.
     *
     * @param name what it shall be called in messages, events and thread dumps
     * @param action what it does
     * @return the task
     */
    public Task<@Nullable Void> start(String name, TaskAction action) {
        return start(TaskName.named(name), TaskStarter.bodyOf(action), false);
    }

    /**
     * Starts a member without a result and without a name of its own. Otherwise as {@link #start(String, TaskAction)}.
     *
     * @param action what it does
     * @return the task
     */
    public Task<@Nullable Void> start(TaskAction action) {
        return start(UNNAMED, TaskStarter.bodyOf(action), false);
    }

    /**
     * Starts a member if there is a place for it within the {@link #limit}. Never waits.
     *
     * @param <R> type of its result
     * @param name what it shall be called in messages, events and thread dumps
     * @param body what it does
     * @return the task, or null if it was not started
     * @throws IllegalStateException if the group is closed, or was started as a whole
     */
    public <R extends T> @Nullable Task<R> tryStart(String name, TaskBody<? extends R> body) {
        GroupPlaces limited = places;
        if (limited == null) {
            return start(name, body);
        }
        requireOpen();
        TaskName task = TaskName.named(name);
        Objects.requireNonNull(body, "body");
        return limited.tryTake() ? start(task, body, true) : null;
    }

    /**
     * Starts a member without a result if there is a place for it within the {@link #limit}. Never waits.
     *
     * @param name what it shall be called in messages, events and thread dumps
     * @param action what it does
     * @return the task, or null if it was not started
     */
    public @Nullable Task<@Nullable Void> tryStart(String name, TaskAction action) {
        GroupPlaces limited = places;
        if (limited == null) {
            return start(name, action);
        }
        requireOpen();
        TaskName task = TaskName.named(name);
        TaskBody<@Nullable Void> body = TaskStarter.bodyOf(action);
        return limited.tryTake() ? start(task, body, true) : null;
    }

    private <R extends @Nullable Object> Task<R> start(TaskName name, TaskBody<? extends R> body, boolean placed) {
        if (!placed) {
            requireOpen();
        }
        Launch launch = deft.attached();
        if (placed || places == null || !isInside()) {
            Place place = placed ? Place.TAKEN : Place.TAKE;
            return new RunningTask<R>(launch, name, body).start(launch, scope, place);
        }
        TaskBody<R> whenPlaced = () -> {
            takePlace();
            return body.call();
        };
        return new RunningTask<R>(launch, name, whenPlaced).start(launch, scope, Place.LATER);
    }

    /** Waits, in the context of a member. */
    private void takePlace() {
        GroupPlaces limited = places;
        if (limited != null && Context.current() instanceof TaskScope member) {
            TaskWait.Outcome outcome = limited.take();
            if (outcome != TaskWait.Outcome.SIGNALLED) {
                throw Wait.failure(outcome, member.label(), null);
            }
            member.placed();
        }
    }

    /** Whether the current thread runs a task of this group, which would wait for itself. */
    private boolean isInside() {
        if (lent == 0 && Thread.currentThread().equals(opener)) {
            return false;
        }
        for (TaskGroup<?> group = groupOf(Context.current().gatheringOfExecution());
                group != null;
                group = group.outer()) {
            if (group == this) {
                return true;
            }
        }
        return false;
    }

    /** One of its tasks begins, by 1, or ends, by -1, to run on the current thread, which did something else before. */
    void borrow(int more) {
        for (TaskGroup<?> group = this; group != null; group = group.outer()) {
            if (Thread.currentThread().equals(group.opener)) {
                group.lent += more;
            }
        }
    }

    /** The group that waits for this one's tasks, too. */
    private @Nullable TaskGroup<?> outer() {
        return groupOf(before.gathering());
    }

    private static @Nullable TaskGroup<?> groupOf(@Nullable Scope gathering) {
        return gathering instanceof GroupScope scope ? scope.group() : null;
    }

    /**
     * Counts a task that is about to start, and gives it a place.
     *
     * @return why it must not start, or null
     */
    @Nullable
    Throwable enter(TaskScope task, Place place) {
        count();
        if (!task.isMember()) {
            return null;
        }
        TaskWait.Outcome outcome = TaskWait.Outcome.SIGNALLED;
        GroupPlaces limited = places;
        if (limited != null && place != Place.LATER) {
            outcome = place == Place.TAKEN ? TaskWait.Outcome.SIGNALLED : limited.take();
            if (outcome == TaskWait.Outcome.SIGNALLED) {
                task.placed();
            }
        }
        add(task);
        return outcome == TaskWait.Outcome.SIGNALLED ? null : Wait.failure(outcome, task.label(), null);
    }

    @SuppressWarnings("unchecked") // who starts tasks in a group says what it is a group of
    private void add(TaskScope task) {
        lock.lock();
        try {
            members.add((Task<T>) task.task());
        } finally {
            lock.unlock();
        }
    }

    /** Counts a task that had ended and goes on with a callback. */
    void enterAgain() {
        count();
    }

    private void count() {
        for (TaskGroup<?> group = this; group != null; group = group.outer()) {
            group.running.incrementAndGet();
        }
    }

    /** A task has ended, with all that belongs to it; perhaps again, after {@link #enterAgain}. */
    void leave(TaskScope task) {
        GroupPlaces limited = places;
        if (limited != null && task.takePlaced()) {
            limited.giveBack();
        }
        for (TaskGroup<?> group = this; group != null; group = group.outer()) {
            if (group.running.decrementAndGet() == 0) {
                group.wakeAll();
                group.finishIfOver();
            }
        }
    }

    private void wakeAll() {
        lock.lock();
        try {
            waiting.forEach(Wait::signal);
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    /** A group to which nothing can be added, and of which nothing runs, need not be known to its parent. */
    private void finishIfOver() {
        if (sealed && running.get() == 0) {
            scope.finish();
        }
    }

    /** A member is done, and has failed. */
    @SuppressWarnings("unchecked") // as when it was added
    void failed(Task<?> member, Throwable failure) {
        note((Task<T>) member, failure);
    }

    private void note(Task<T> member, Throwable failure) {
        Throwable end = scope.cause();
        if (end != null && end.equals(member.context().cause())) {
            return; // it did not fail of itself
        }
        lock.lock();
        try {
            if (!failed.add(member)) {
                return;
            }
            failures.add(failure);
        } finally {
            lock.unlock();
        }
        endFor(failure);
    }

    /** A member's body threw something after the member was done. */
    void threwLate(Throwable failure) {
        if (Failures.isCancellation(Failures.of(failure)) || failure instanceof DeadlineExceededException) {
            return; // as it was told to
        }
        lock.lock();
        try {
            failures.add(failure);
        } finally {
            lock.unlock();
        }
        if (failure instanceof Error) {
            endFor(failure);
        }
    }

    private void endFor(Throwable failure) {
        if (collects && !(failure instanceof Error)) {
            return;
        }
        // A deadline that one of them missed is not a deadline of the others.
        scope.end(
                failure instanceof DeadlineExceededException
                        ? Context.cancellation(this + " was cancelled, because one failed", failure)
                        : failure,
                true);
    }

    /**
     * Waits until nothing of the group runs, or, if one fails, until the others have ended, too. May be called again, after
     * more tasks were started.
     *
     * @return the results, in the order in which the tasks were started; with {@link #collect} of those that succeeded
     * @throws TaskInterruptedException if this thread is interrupted; the group is cancelled, the flag stays set
     * @throws java.util.concurrent.CancellationException if the context was cancelled, in which the group was opened, or
     *     this waits
     * @throws DeadlineExceededException if the deadline of that context passed
     * @throws IllegalStateException if the caller is a task of this group
     */
    public List<T> await() {
        requireOutside();
        Context here = Context.current();
        TaskWait.Outcome outcome = awaitEnd(here.sharesEndWith(scope) ? before : here);
        if (outcome == TaskWait.Outcome.CONTEXT_ENDED && scope.equals(here.gathering()) && !before.isCancelled()) {
            outcome = awaitEnd(before); // one of them failed, which ended a context below the group's, too
        }
        if (outcome != TaskWait.Outcome.SIGNALLED) {
            RuntimeException ending = Wait.failure(outcome, this, null);
            cancel();
            throw ending;
        }
        finishIfOver(); // the last to leave may not have come to it
        return outcome();
    }

    private void requireOutside() {
        if (isInside()) {
            throw new IllegalStateException("a task of " + this + " would wait for itself");
        }
    }

    private TaskWait.Outcome awaitEnd(Context context) {
        Context own = Context.bind(context);
        try {
            while (running.get() > 0) {
                Wait wait = new Wait(deft.time());
                if (add(wait)) {
                    TaskWait.Outcome outcome = wait.await();
                    if (outcome != TaskWait.Outcome.SIGNALLED) {
                        remove(wait);
                        return outcome;
                    }
                }
            }
            return TaskWait.Outcome.SIGNALLED;
        } finally {
            Context.bind(own);
        }
    }

    private boolean add(Wait wait) {
        lock.lock();
        try {
            return running.get() > 0 && waiting.add(wait);
        } finally {
            lock.unlock();
        }
    }

    private void remove(Wait wait) {
        lock.lock();
        try {
            waiting.remove(wait);
        } finally {
            lock.unlock();
        }
    }

    private List<T> outcome() {
        List<Task<T>> all = tasks();
        boolean cancelled = false;
        List<T> results = new ArrayList<>(all.size());
        for (Task<T> member : all) {
            Throwable failure = member.failure();
            if (failure != null) {
                note(member, failure); // whoever completed it may not have come to say so
                cancelled |= member.context().isCancelled();
            } else {
                results.add(member.resultNow());
            }
        }
        Throwable first = failureOfAll(cancelled);
        if (first != null) {
            throw Futures.<RuntimeException>sneaky(first);
        }
        return results;
    }

    /** What to throw, if anything, with the other failures suppressed on it. */
    private @Nullable Throwable failureOfAll(boolean cancelled) {
        lock.lock();
        try {
            Throwable first = panic();
            if (first == null && !collects && !failures.isEmpty()) {
                first = failures.getFirst();
            }
            if (first == null && cancelled && scope.isCancelled()) {
                first = scope.ending(this, null);
            }
            if (first != null) {
                for (Throwable other : failures) {
                    Failures.suppress(first, other);
                }
                thrown = true;
            }
            return first;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Throwable panic() {
        for (Throwable failure : failures) {
            if (failure instanceof Error) {
                return failure;
            }
        }
        return null;
    }

    /**
     * The members so far, in the order of their start.
     *
     * @return a copy
     */
    public List<Task<T>> tasks() {
        lock.lock();
        try {
            return List.copyOf(members);
        } finally {
            lock.unlock();
        }
    }

    /**
     * What members failed with of themselves, and not because the group was cancelled, in the order of time.
     *
     * @return a copy; complete once nothing runs
     */
    public List<Throwable> failures() {
        lock.lock();
        try {
            failed.forEach(Task::noticed);
            return List.copyOf(failures);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The context in which the members lie.
     *
     * @return a child of the one in which the group was opened
     */
    public TaskContext context() {
        return scope;
    }

    /** Cancels all of the group. Idempotent; does not wait for anything to stop. */
    public void cancel() {
        scope.cancel();
    }

    /**
     * Cancels what still runs, and waits until nothing does, however long that takes and even if this thread is
     * interrupted, whose flag stays set. So {@link #await} before. Idempotent.
     *
     * @throws Error if a member failed with it, and it was not thrown yet
     * @throws IllegalStateException if the group is open on another thread, or the caller is one of its tasks
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (opener != null && !opener.equals(Thread.currentThread())) {
            throw new IllegalStateException(this + " is open on another thread, " + opener);
        }
        requireOutside();
        closed = true;
        scope.end(Context.cancellation(this + " was closed", null), true);
        awaitEndInAnyCase();
        if (opener != null) {
            Context.bind(before);
        }
        throwPanic();
    }

    private void awaitEndInAnyCase() {
        boolean interrupted = false;
        while (awaitEnd(Context.background()) != TaskWait.Outcome.SIGNALLED) {
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwPanic() {
        Throwable panic;
        lock.lock();
        try {
            panic = thrown ? null : panic();
            thrown = true;
        } finally {
            lock.unlock();
        }
        if (panic instanceof Error error) {
            tasks().forEach(Task::noticed);
            throw error;
        }
    }

    @Override
    public String toString() {
        lock.lock();
        try {
            return "a group of " + members.size() + (members.size() == 1 ? " task" : " tasks");
        } finally {
            lock.unlock();
        }
    }
}
