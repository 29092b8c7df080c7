package batches;

import dev.deft.Defer;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskGroup;
import dev.deft.TaskName;
import dev.deft.TaskPool;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Mailing} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Mailing}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class MailingTasks<K extends Comparable<K>> {
    private static final TaskName SEND = TaskName.of("batches.Mailing", "send", "String");
    private static final TaskName RENDER_INT = TaskName.of("batches.Mailing", "render", "int");
    private static final TaskName COUNT = TaskName.of("batches.Mailing", "count", "List");
    private static final TaskName PICK = TaskName.of("batches.Mailing", "pick", "T");
    private static final TaskName RENDER_INTEGER = TaskName.of("batches.Mailing", "render", "Integer");
    private static final TaskName ARCHIVE = TaskName.of("batches.Mailing", "archive");
    private static final TaskName SORT = TaskName.of("batches.Mailing", "sort", "List[]");

    private final Mailing<K> target;
    private final Deft deft;
    private final LimitPolicy sendLimit;
    private final TaskPool renderIntPool;
    private final TaskPool countPool;
    private final TaskPool archivePool;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public MailingTasks(Mailing<K> target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.sendLimit = deft.policies().limit(SEND, LimitSettings.permits(10));
        this.renderIntPool = deft.pool("cpu");
        this.countPool = deft.pool("cpu");
        this.archivePool = deft.pool("cpu");
        deft.policies().checkSettings("batches.Mailing");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static <K extends Comparable<K>> MailingTasks<K> of(Mailing<K> target) {
        return new MailingTasks<>(target, Deft.global());
    }

    /**
     * Starts {@link Mailing#send(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Limit(10)}, the call.
     */
    public Task<String> send(String address) {
        return deft.start(SEND, () -> sendLimited(address));
    }

    /** Starts {@link #send} for each of {@code items}, all in one group. */
    public TaskGroup<String> sendAll(Iterable<? extends String> items) {
        return deft.batch(items, item -> send(item));
    }

    /** {@code @Limit(10)} around {@link Mailing#send(String)}. */
    private String sendLimited(String address) throws IOException {
        sendLimit.acquire();
        try {
            return target.send(address);
        } finally {
            sendLimit.release();
        }
    }

    /**
     * Starts {@link Mailing#render(int)} in a pool and returns at once.
     *
     * <p>From the outside in: {@code @Async(pool = "cpu")}, the call.
     */
    protected Task<Void> render(int page) {
        return renderIntPool.start(RENDER_INT, () -> target.render(page));
    }

    /** Starts {@link #render} for each of {@code items}, all in one group. */
    protected TaskGroup<Void> renderAll(Iterable<Integer> items) {
        return deft.batch(items, item -> render((int) item));
    }

    /**
     * Starts {@link Mailing#count(TaskContext, List, Defer)} in a pool and returns at once.
     *
     * <p>From the outside in: {@code @Async(pool = "cpu", detached = false)}, the call.
     */
    Task<Long> count(List<? extends K> keys) {
        return countPool.start(COUNT, () -> countDeferring(keys));
    }

    /** Starts {@link #count} for each of {@code items}, all in one group. */
    TaskGroup<Long> countAll(Iterable<? extends List<? extends K>> items) {
        return deft.batch(items, item -> count(item));
    }

    /** Runs what {@link Mailing#count(TaskContext, List, Defer)} defers, when it ends. */
    private long countDeferring(List<? extends K> keys) {
        Defer defer = new Defer();
        long result;
        try {
            result = target.count(TaskContext.current(), keys, defer);
        } catch (Throwable failure) {
            return defer.failed(failure);
        }
        return defer.succeeded(result);
    }

    /**
     * Starts {@link Mailing#pick(Object)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    <T, R> Task<R[]> pick(T item) {
        return deft.start(PICK, () -> target.<T, R>pick(item));
    }

    /** Starts {@link #pick} for each of {@code items}, all in one group. */
    <T, R> TaskGroup<R[]> pickAll(Iterable<? extends T> items) {
        return deft.batch(items, item -> this.<T, R>pick(item));
    }

    /**
     * Starts {@link Mailing#render(Integer)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    Task<Void> render(Integer page) {
        return deft.start(RENDER_INTEGER, () -> target.render(page));
    }

    /**
     * Starts {@link Mailing#archive()} in a pool, detached from the caller, and returns at once.
     *
     * <p>From the outside in: {@code @Async(pool = "cpu", detached = true)}, the call.
     *
     * @deprecated as {@link Mailing#archive()} is
     */
    @Deprecated
    public Task<Void> archive() {
        return archivePool.startDetached(ARCHIVE, () -> target.archive());
    }

    /**
     * Starts {@link Mailing#sort(List[])} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    final <T> Task<Void> sort(List<T>... bags) {
        return deft.start(SORT, () -> Mailing.sort(bags));
    }

    /** Starts {@link #sort} for each of {@code items}, all in one group. */
    <T> TaskGroup<Void> sortAll(Iterable<? extends List<T>[]> items) {
        return deft.batch(items, (List<T>[] item) -> sort(item));
    }
}
