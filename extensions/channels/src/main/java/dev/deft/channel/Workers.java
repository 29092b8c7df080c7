package dev.deft.channel;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskGroup;
import dev.deft.TaskName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * So many loops that take items from one channel, each of which one loop works on: {@code @Worker} without the annotation.
 *
 * <p>They end when the channel is closed and empty. Nothing that was taken is lost: an item was worked on, and what that
 * gave was sent; or else {@link #onFailure} is told, and where nobody is, the log. An item that fails, be it with an
 * {@link Error}, ends no loop.
 *
 * <p>When the runtime is closed they go on until the channel is closed and empty, or else until the time for closing is up:
 * nobody knows whether more will be sent. So close the channel first.
 *
 * <p>When the task is cancelled, or its context ends otherwise, no more is taken; an item that is under way ends as its
 * work does, and one that was cut off counts as failed. An interrupt alone may cut off an item but ends no loop.
 *
 * <p>Immutable, and so safe for use by any number of threads.
 *
 * @param <T> type of the items
 */
public final class Workers<T> {
    private final int loops;
    private final Receiver<T> source;
    private final ItemFailures<T, ?> failures;

    private Workers(int loops, Receiver<T> source, ItemFailures<T, ?> failures) {
        this.loops = loops;
        this.source = source;
        this.failures = failures;
    }

    /**
     * Workers of a channel. Nothing is taken before {@code start}.
     *
     * @param <T> type of the items
     * @param loops how many, so that as many items are worked on at once; at least 1
     * @param source where the items come from; others may take from it, too
     * @return workers that log failures
     * @throws IllegalArgumentException if there are fewer than one
     */
    public static <T> Workers<T> of(int loops, Receiver<T> source) {
        if (loops < 1) {
            throw new IllegalArgumentException("there would be " + loops + " workers, who would never take anything");
        }
        Objects.requireNonNull(source, "source");
        return new Workers<>(loops, source, ItemFailures.logged());
    }

    /**
     * Says what to do with a failure, instead of logging it.
     *
     * @param handler called with each item that failed, on its loop's thread, in a context that has not ended. What it
     *     throws is logged
     * @return the same workers with this handler, and no other
     */
    public Workers<T> onFailure(FailureHandler<? super T, ? super Throwable> handler) {
        return onFailure(Throwable.class, handler);
    }

    /**
     * Says what to do with failures of one kind. Otherwise as {@link #onFailure(FailureHandler)}; others are logged.
     *
     * @param <X> what they have in common
     * @param kind what they have in common
     * @param handler called with each item that failed so
     * @return the same workers with this handler, and no other
     */
    public <X extends Throwable> Workers<T> onFailure(Class<X> kind, FailureHandler<? super T, ? super X> handler) {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(handler, "handler");
        return new Workers<>(loops, source, new ItemFailures<>(kind, handler));
    }

    /**
     * Starts the loops.
     *
     * @param deft on which they run
     * @param name what they shall be called together in messages, events and thread dumps; each loop is called so with
     *     {@code .loop} appended
     * @param action what to do with an item
     * @return a task that succeeds when all loops have come to the end of the channel. It has failed with a
     *     {@link dev.deft.TaskRejectedException} if the runtime is closed, or was closed when an item needed a task of its
     *     own
     */
    public Task<@Nullable Void> start(Deft deft, TaskName name, Action<? super T> action) {
        Objects.requireNonNull(action, "action");
        Call<T, Object> call = item -> {
            action.call(item);
            return null;
        };
        return run(deft, name, call, null);
    }

    /**
     * Starts the loops, and has them send what the work on each item gives, in the order in which that comes. Who sends waits
     * while the sink is full. When all loops have ended, for whatever reason, the sink is closed.
     *
     * <p>If the sink is closed before, that ends the others too, and the task fails with a {@link ChannelClosedException}.
     *
     * @param <R> type of the results
     * @param deft on which they run
     * @param name what they shall be called, as for {@link #start(Deft, TaskName, Action)}
     * @param call what to do with an item. If it gives null, which is no item, that counts as a failure of this one
     * @param sink where the results go; closed at the end, so that it is for these workers alone to send to it
     * @return a task as that of {@link #start(Deft, TaskName, Action)}
     */
    @SuppressWarnings("FutureReturnValueIgnored") // only the effect matters
    public <R> Task<@Nullable Void> start(Deft deft, TaskName name, Call<? super T, ? extends R> call, Sender<R> sink) {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(sink, "sink");
        Task<@Nullable Void> task = run(deft, name, call, sink);
        task.terminated().whenComplete((nothing, never) -> close(sink)); // it may have ended before it began
        return task;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the group waits for them
    private <R> Task<@Nullable Void> run(
            Deft deft, TaskName name, Call<? super T, ? extends R> call, @Nullable Sender<R> sink) {
        TaskName each = nameOfEach(name);
        WorkerLoop<T, R> loop = new WorkerLoop<>(deft, name, source, call, sink, failures);
        return deft.start(name, () -> {
            try (TaskGroup<@Nullable Void> group = deft.group()) {
                for (int i = 0; i < loops; i++) {
                    deft.start(each, loop); // in the group, as all that is started here
                }
                group.await();
            } finally {
                if (sink != null) {
                    close(sink);
                }
            }
        });
    }

    /** Below that of all, so that what is set for their logger holds for each loop's. */
    private static TaskName nameOfEach(TaskName workers) {
        return workers.className().isEmpty()
                ? TaskName.named(workers + ".loop")
                : TaskName.of(workers.className(), workers.method() + ".loop");
    }

    private static void close(Sender<?> sink) {
        try {
            sink.close();
        } catch (ChannelClosedException already) {
            // by whomever: nothing more is sent
        }
    }

    /**
     * Work on an item that gives nothing.
     *
     * @param <T> type of the items
     */
    @FunctionalInterface
    public interface Action<T> {
        /**
         * Works on an item.
         *
         * @param item not null
         * @throws Throwable if that fails
         */
        void call(T item) throws Throwable;
    }

    /**
     * Work on an item that gives a result.
     *
     * @param <T> type of the items
     * @param <R> type of the results
     */
    @FunctionalInterface
    public interface Call<T, R> {
        /**
         * Works on an item.
         *
         * @param item not null
         * @return the result
         * @throws Throwable if that fails
         */
        @Nullable
        R call(T item) throws Throwable;
    }

    /**
     * What to do with an item that failed.
     *
     * @param <T> type of the items
     * @param <X> what failures have in common
     */
    @FunctionalInterface
    public interface FailureHandler<T, X extends Throwable> {
        /**
         * Is told of a failure.
         *
         * @param item what failed
         * @param failure what the work on it threw, or what kept its result from being sent
         * @throws Throwable if that fails; it is logged
         */
        void failed(T item, X failure) throws Throwable;
    }
}
