package dev.deft;

import dev.deft.internal.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a call carries besides its arguments: whether it is cancelled, until when it may run, who it is, and values.
 *
 * <p>Contexts form a tree. Cancelling one cancels all below it, with its cause, and nothing above or beside it; a child
 * never outlives its parent's deadline. The first cancellation counts, later ones change nothing. Every task has a
 * context of its own, a child of the one in which it was started.
 *
 * <p>Contexts are safe for use by any number of threads. Cancellation does not wait for what it cancels.
 */
public sealed interface TaskContext permits Context, TaskContext.Cancellable {
    /**
     * The context of the code that asks.
     *
     * @return never null; outside of any task a context that is never cancelled, has no deadline and no values
     */
    static TaskContext current() {
        return Context.current();
    }

    /**
     * Whether this context has ended, by cancellation or because its deadline passed. Once true, always true.
     *
     * @return true if {@link #cause} is not null
     */
    boolean isCancelled();

    /**
     * Why this context ended.
     *
     * @return null while it lives; then a {@link java.util.concurrent.CancellationException}, a
     *     {@link DeadlineExceededException}, or what was given to {@link Cancellable#cancel(Throwable)}
     */
    @Nullable
    Throwable cause();

    /**
     * Throws if this context has ended.
     *
     * @throws java.util.concurrent.CancellationException if it was cancelled; its cause is the custom one, if any
     * @throws DeadlineExceededException if its deadline passed
     */
    void checkCancelled();

    /**
     * When this context ends by itself.
     *
     * @return the sooner of its own deadline and its parent's, or null if there is none
     */
    @Nullable
    Instant deadline();

    /**
     * The time left until the deadline.
     *
     * @return zero once it has passed; null if there is none
     */
    @Nullable
    Duration remaining();

    /**
     * Runs something once when this context ends, on the thread that ends it (a timer's, for a deadline), so it must be
     * quick; at once, on this thread, if it has ended already. What it throws is logged and stops nothing else.
     *
     * @param action what to run
     * @return a handle to remove it
     */
    Registration onCancel(Runnable action);

    /**
     * Identity of the task, or call, that this context belongs to.
     *
     * @return 16 lower case hexadecimal digits, all zero outside of any task
     */
    String id();

    /**
     * Identity of the whole of which the task is a part: tasks that it starts have the same.
     *
     * @return 32 lower case hexadecimal digits, all zero outside of any task
     */
    String traceId();

    /**
     * Which attempt runs of the call that has this context: of a task, of a call with a deadline or hedges, or of one that
     * somebody listens to. Any other synchronous call runs in the context that it finds, and counts none of its attempts here;
     * there, methods that {@code @Retry} names are told the number as {@code attempt}.
     *
     * @return 1 for the first
     */
    int attempt();

    /**
     * Looks a value up.
     *
     * @param <T> type of the value
     * @param key what it was stored under; keys are compared by identity
     * @return the value stored nearest, or null if there is none
     */
    <T> @Nullable T get(Key<T> key);

    /**
     * A child that can be cancelled on its own. Close it when its work is done, or it stays with its parent.
     *
     * @return the child, already cancelled if this context is
     */
    Cancellable withCancel();

    /**
     * A child with a deadline.
     *
     * @param timeout how long from now; zero or less gives a child that has ended
     * @return the child; the sooner of the two deadlines holds
     */
    Cancellable withTimeout(Duration timeout);

    /**
     * A child with a deadline.
     *
     * @param deadline when it ends; a moment past gives a child that has ended
     * @return the child; the sooner of the two deadlines holds
     */
    Cancellable withDeadline(Instant deadline);

    /**
     * A child that carries one value more. It ends with this context and cannot be cancelled on its own.
     *
     * @param <T> type of the value
     * @param key what it is found under
     * @param value the value
     * @return the child
     */
    <T> TaskContext with(Key<T> key, T value);

    /**
     * The same identity and values, but neither cancelled nor bounded in time by this context.
     *
     * @return a context for what has to go on afterwards
     */
    TaskContext withoutCancel();

    /**
     * Runs something with this as the current context of this thread, and restores the former one on every path.
     *
     * @param action what to run
     */
    void run(Runnable action);

    /**
     * Computes something with this as the current context of this thread, and restores the former one on every path.
     *
     * @param <T> type of the result
     * @param <X> what the computation may throw
     * @param operation the computation
     * @return its result
     * @throws X as the computation does
     */
    <T extends @Nullable Object, X extends Throwable> T call(Operation<T, X> operation) throws X;

    /** A context that can be cancelled by hand. */
    sealed interface Cancellable extends TaskContext, AutoCloseable permits dev.deft.internal.Scope {
        /** Ends this context and all below it. Idempotent; does not wait for anything to stop. */
        void cancel();

        /**
         * Ends this context and all below it. Idempotent; does not wait for anything to stop.
         *
         * @param cause what {@link TaskContext#cause} gives from now on, unless it has ended already; null is
         *     {@link #cancel()}
         */
        void cancel(@Nullable Throwable cause);

        /** Same as {@link #cancel()}: what was started under this context and still runs is cancelled. */
        @Override
        void close();
    }

    /** Something registered to run when a context ends. */
    @FunctionalInterface
    interface Registration {
        /**
         * Removes it. Does not wait for it if it runs.
         *
         * @return true if this call kept it from running; false if it ran, runs, or was removed before
         */
        boolean remove();
    }

    /**
     * A computation that may throw.
     *
     * @param <T> type of its result
     * @param <X> what it may throw
     */
    @FunctionalInterface
    interface Operation<T extends @Nullable Object, X extends Throwable> {
        /**
         * Computes.
         *
         * @return the result
         * @throws X as documented by the operation
         */
        T call() throws X;
    }

    /**
     * What a value is stored under. Each key is different from every other, whatever its name.
     *
     * @param <T> type of the value
     */
    @SuppressWarnings("UnusedTypeParameter") // it is what ties a value to its key
    final class Key<T> {
        private final String name;

        private Key(String name) {
            this.name = name;
        }

        /**
         * Makes a key, usually for a constant.
         *
         * @param <T> type of the value
         * @param name for messages
         * @return a new key
         */
        public static <T> Key<T> of(String name) {
            return new Key<>(Objects.requireNonNull(name, "name"));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
