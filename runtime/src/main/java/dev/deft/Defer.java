package dev.deft;

import dev.deft.policy.FailureFilter;
import dev.deft.policy.Failures;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cleanups that a body registers while it runs and that run when it ends: Go's {@code defer}. The wrapper hands one to a
 * method that has a parameter of this type.
 *
 * <pre>{@code
 * @Retry
 * public Receipt charge(Order order, Defer defer) throws IOException {
 *     var session = defer.close(gateway.open(order));
 *     defer.unlock(order.lock());
 *     defer.onFailure(failure -> session.rollback());
 *     return session.charge();
 * }
 * }</pre>
 *
 * <ul>
 *   <li>The last one registered runs first.
 *   <li>Each runs, whatever the others throw. The first failure goes on, later ones are suppressed onto it, as in a
 *       {@code try} with resources; what cleanups throw reaches the caller as it is, a checked exception too.
 *   <li>Whether it is success or failure is judged when a cleanup's turn comes: after a {@link #recover} that ran before
 *       it, it is success; after a cleanup that failed before it, it is failure.
 *   <li>What a cleanup registers while it runs, runs next. Once all have run, registering throws
 *       {@link IllegalStateException}.
 *   <li>A failure is handed to cleanups without a {@link java.util.concurrent.CompletionException} or
 *       {@link java.util.concurrent.ExecutionException} around it.
 *   <li>In a loop, cleanups pile up until the body ends; {@link #scope} ends with the block.
 * </ul>
 *
 * <p>It belongs to one call, and to the thread that runs its body: it is not safe for use by others, nor afterwards.
 */
public final class Defer extends Cleanups {
    /** Made by wrappers, one for each call. */
    public Defer() {}

    /**
     * Runs {@code action} at the end if the call has succeeded by then.
     *
     * @param action what to run; it may throw anything
     * @throws IllegalStateException if the end is over
     */
    public void onSuccess(TaskAction action) {
        push(new OnSuccess<@Nullable Object>(Objects.requireNonNull(action, "action")));
    }

    /**
     * Runs {@code cleanup} with the result at the end if the call has succeeded by then.
     *
     * @param <T> type of the result; write it, as in {@code (Receipt receipt) -> …}
     * @param cleanup what to run; it may throw anything. The result is null if there is none
     * @throws IllegalStateException if the end is over
     */
    public <T extends @Nullable Object> void onSuccess(Cleanup<T> cleanup) {
        push(new OnSuccess<>(Objects.requireNonNull(cleanup, "cleanup")));
    }

    /**
     * Runs {@code action} at the end if the call has failed by then.
     *
     * @param action what to run; it may throw anything
     * @throws IllegalStateException if the end is over
     */
    public void onFailure(TaskAction action) {
        push(new OnFailure(Objects.requireNonNull(action, "action")));
    }

    /**
     * Runs {@code cleanup} with the failure at the end if the call has failed by then.
     *
     * @param cleanup what to run; it may throw anything
     * @throws IllegalStateException if the end is over
     */
    public void onFailure(Cleanup<? super Throwable> cleanup) {
        push(new OnFailure(Objects.requireNonNull(cleanup, "cleanup")));
    }

    /**
     * Changes the result on its way out, if the call has succeeded by then. If {@code change} fails, so does the call.
     *
     * @param <T> type of the result; write it, as in {@code (Integer n) -> n * 7}
     * @param change gives the new result for the old one
     * @throws IllegalStateException if the end is over
     */
    public <T extends @Nullable Object> void onReturn(Change<T> change) {
        push(new OnReturn<>(Objects.requireNonNull(change, "change")));
    }

    /**
     * Turns a failure into a result, if the call has failed by then with an exception that is not a cancellation. Like
     * {@code @Recover}, it leaves errors and cancellations alone; {@link #recover(Class, Recovery)} names what else it
     * takes.
     *
     * <p>If {@code handler} throws that failure, nothing has changed; if it throws another, that one goes on with the
     * first suppressed onto it, unless it has it as a cause.
     *
     * @param handler gives the result, which must fit the method: null for {@code void}, not null for a primitive
     * @throws IllegalStateException if the end is over
     */
    public void recover(TaskFallback<?> handler) {
        Objects.requireNonNull(handler, "handler");
        push(new Recovering<>(Exception.class, handler::recover));
    }

    /**
     * As {@link #recover(TaskFallback)}, for failures of one type: also an error, if {@code type} is one or
     * {@link Throwable}. A cancellation is taken by a type that means just that, such as
     * {@link java.util.concurrent.CancellationException}, not by a type above it.
     *
     * @param <X> type of the failures
     * @param type class of the failures
     * @param handler gives the result, which must fit the method: null for {@code void}, not null for a primitive
     * @throws IllegalStateException if the end is over
     */
    public <X extends Throwable> void recover(Class<X> type, Recovery<? super X> handler) {
        push(new Recovering<>(Objects.requireNonNull(type, "type"), Objects.requireNonNull(handler, "handler")));
    }

    /**
     * Opens a scope for cleanups that run at the end of a block inside the body.
     *
     * <pre>{@code
     * for (Path path : paths) {
     *     try (var scope = defer.scope()) {
     *         var in = scope.close(Files.newInputStream(path));
     *         …
     *     }
     * }
     * }</pre>
     *
     * @return the scope; what it holds runs when it is closed, or with this one's cleanups if it never is
     * @throws IllegalStateException if the end is over
     */
    public Scope scope() {
        Scope scope = new Scope(this, size());
        push(scope.whole);
        return scope;
    }

    /**
     * The body returned {@code result}: runs all cleanups. Called by wrappers, in the end.
     *
     * @param <R> type of the result
     * @param result what the body returned, null if it is void
     * @return {@code result}, or what {@link #onReturn} or {@link #recover} made of it. If the call has failed by the
     *     end, that failure is thrown as it is, a checked exception too
     */
    public <R extends @Nullable Object> R succeeded(R result) {
        this.result = result;
        unwind();
        return outcome();
    }

    /**
     * The body threw {@code failure}: runs all cleanups. Called by wrappers, in the end.
     *
     * @param <R> type of the result
     * @param failure what the body threw
     * @return what {@link #recover} made of it. If the call has still failed by the end, the failure is thrown as it is,
     *     a checked exception too
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // stands for a throw, where a result is wanted
    public <R extends @Nullable Object> R failed(Throwable failure) {
        this.failure = failure;
        unwind();
        return outcome();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // the body's own, or as documented
    private <R extends @Nullable Object> R outcome() {
        if (failure != null) {
            throw sneak(failure);
        }
        return (R) result;
    }

    /**
     * Cleanups at the end of a block: see {@link Defer#scope}. The rules are those of {@link Defer}; whether the block
     * succeeded it cannot know.
     */
    public static final class Scope extends Cleanups implements AutoCloseable {
        private final Defer owner;
        private final int index;

        /** Stands among the owner's cleanups until this is closed. */
        private final Entry whole = new Closing(this);

        Scope(Defer owner, int index) {
            this.owner = owner;
            this.index = index;
        }

        /**
         * Runs all cleanups of this scope. What the first that failed threw is thrown as it is, a checked exception too,
         * with the others suppressed onto it. A second call does nothing.
         */
        @Override
        public void close() {
            owner.forget(whole, index);
            unwind();
            Throwable thrown = failure;
            if (thrown != null) {
                failure = null;
                throw sneak(thrown);
            }
        }
    }

    /**
     * A cleanup that takes something.
     *
     * @param <T> type of what it takes
     */
    @FunctionalInterface
    public interface Cleanup<T extends @Nullable Object> {
        /**
         * Cleans up.
         *
         * @param value what was registered with it, or the result, or the failure
         * @throws Throwable if it cannot
         */
        void run(T value) throws Throwable;
    }

    /**
     * A change of a result.
     *
     * @param <T> type of the result
     */
    @FunctionalInterface
    public interface Change<T extends @Nullable Object> {
        /**
         * Gives the new result.
         *
         * @param result the result so far
         * @return the result from now on
         * @throws Throwable what the call then fails with
         */
        T apply(T result) throws Throwable;
    }

    /**
     * A handler of failures of one type.
     *
     * @param <X> type of the failures
     */
    @FunctionalInterface
    public interface Recovery<X extends Throwable> {
        /**
         * Gives the result in place of the body.
         *
         * @param failure what the call has failed with
         * @return the result, possibly null
         * @throws Throwable what the call then fails with: {@code failure} itself if there is nothing to recover
         */
        @Nullable
        Object recover(X failure) throws Throwable;
    }

    private static final class OnSuccess<T extends @Nullable Object> extends Entry {
        private final Cleanup<T> cleanup;

        OnSuccess(Cleanup<T> cleanup) {
            this.cleanup = cleanup;
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // the user's word; a wrong one is a failed cleanup
        void run(Cleanups owner) throws Throwable {
            if (owner.failure == null) {
                cleanup.run((T) owner.result);
            }
        }
    }

    private static final class OnFailure extends Entry {
        private final Cleanup<? super Throwable> cleanup;

        OnFailure(Cleanup<? super Throwable> cleanup) {
            this.cleanup = cleanup;
        }

        @Override
        void run(Cleanups owner) throws Throwable {
            if (owner.failure != null) {
                cleanup.run(Failures.of(owner.failure));
            }
        }
    }

    private static final class OnReturn<T extends @Nullable Object> extends Entry {
        private final Change<T> change;

        OnReturn(Change<T> change) {
            this.change = change;
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // the user's word; a wrong one is a failed cleanup
        void run(Cleanups owner) throws Throwable {
            if (owner.failure == null) {
                owner.result = change.apply((T) owner.result);
            }
        }
    }

    private static final class Recovering<X extends Throwable> extends Entry {
        private final Class<X> type;
        private final Recovery<? super X> handler;

        Recovering(Class<X> type, Recovery<? super X> handler) {
            this.type = type;
            this.handler = handler;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // throwing it on is not failing
        void run(Cleanups owner) {
            Throwable thrown = owner.failure;
            X failure = thrown == null ? null : FailureFilter.on(type).find(thrown, type);
            if (thrown == null || failure == null) {
                return;
            }
            try {
                owner.result = handler.recover(failure);
                owner.failure = null;
            } catch (Throwable second) {
                if (second != thrown && second != failure) {
                    Failures.suppress(second, thrown);
                    owner.failure = second;
                }
            }
        }
    }
}
