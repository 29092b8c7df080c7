package dev.deft;

import dev.deft.policy.Failures;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * A stack of cleanups, unwound backwards: what {@link Defer} and {@link Defer.Scope} have in common.
 *
 * <p>An array, not a list of closures: a plain action stands in it as it is, everything else as an {@link Entry}.
 */
abstract class Cleanups {
    private static final @Nullable Object[] NONE = {};
    private static final @Nullable Object[] OVER = {};

    /** As many as a list would start with. */
    private static final int FIRST_CAPACITY = 10;

    /** Stands where something was that has left. */
    private static final TaskAction NOTHING = () -> {};

    private @Nullable Object[] slots = NONE;
    private int size;

    /** The outcome as the next cleanup finds it: a failure, or else a result. */
    @Nullable
    Throwable failure;

    @Nullable
    Object result;

    Cleanups() {}

    /**
     * Runs {@code action} at the end.
     *
     * @param action what to run; it may throw anything
     * @throws IllegalStateException if the end is over
     */
    public void run(TaskAction action) {
        push(Objects.requireNonNull(action, "action"));
    }

    /**
     * Closes {@code resource} at the end.
     *
     * <pre>{@code
     * var in = defer.close(Files.newInputStream(path));
     * }</pre>
     *
     * @param <R> type of the resource
     * @param resource what to close; nothing is done for null, as in a {@code try} with resources
     * @return {@code resource}
     * @throws IllegalStateException if the end is over; {@code resource} has been closed then
     */
    public <R extends @Nullable AutoCloseable> R close(R resource) {
        if (resource != null) {
            try {
                push(new Closing(resource));
            } catch (IllegalStateException | OutOfMemoryError refused) {
                closeRefused(resource, refused);
                throw refused;
            }
        }
        return resource;
    }

    /**
     * Locks {@code lock} now and unlocks it at the end.
     *
     * @param lock the lock; if locking fails, there is nothing to unlock
     * @throws IllegalStateException if the end is over; {@code lock} has not been locked then
     */
    public void unlock(Lock lock) {
        Objects.requireNonNull(lock, "lock");
        Entry unlocking = new Unlocking(lock);
        if (size == slots.length) {
            slots = larger(slots); // now, since it can fail, and there must be no gap after the lock is taken
        }
        lock.lock();
        push(unlocking);
    }

    /**
     * Calls {@code cleanup} with {@code value} at the end. The value is fixed now: what a variable holds later does not
     * matter.
     *
     * @param <T> type of the value
     * @param cleanup what to call; it may throw anything
     * @param value what to call it with
     * @throws IllegalStateException if the end is over
     */
    public <T extends @Nullable Object> void call(Defer.Cleanup<? super T> cleanup, T value) {
        push(new Calling<T>(Objects.requireNonNull(cleanup, "cleanup"), value));
    }

    /** Puts a {@link TaskAction} or an {@link Entry} on top. */
    final void push(Object cleanup) {
        if (size == slots.length) {
            slots = larger(slots);
        }
        slots[size++] = cleanup;
    }

    /** Static, so that calling it does not keep the owner from being optimised away. */
    @SuppressWarnings("ReferenceEquality") // OVER is a mark
    private static @Nullable Object[] larger(@Nullable Object[] slots) {
        if (slots == NONE) {
            return new Object[FIRST_CAPACITY];
        }
        if (slots == OVER) {
            throw new IllegalStateException("The call is over: nothing would ever run this cleanup");
        }
        return Arrays.copyOf(slots, slots.length * 2);
    }

    /** How many stand on this stack; the next one gets this index. */
    final int size() {
        return size;
    }

    /** Takes {@code cleanup}, which stands at {@code index}, off the stack, wherever that is by now. */
    @SuppressWarnings("ReferenceEquality") // that very one
    final void forget(Object cleanup, int index) {
        if (index < size && slots[index] == cleanup) {
            slots[index] = NOTHING;
            while (size > 0 && slots[size - 1] == NOTHING) {
                slots[--size] = null;
            }
        }
    }

    /**
     * Runs all of them, last registered first, those too that they register meanwhile. None is kept from running by
     * what another one throws. A second call does nothing.
     */
    @SuppressWarnings("NullAway") // below the size there is no null
    final void unwind() {
        while (size > 0) {
            int top = --size;
            Object cleanup = slots[top];
            slots[top] = null; // what it holds may be collected from now on
            try {
                if (cleanup instanceof Entry entry) {
                    entry.run(this);
                } else {
                    ((TaskAction) cleanup).run();
                }
            } catch (Throwable second) {
                failed(second);
            }
        }
        slots = OVER;
    }

    private void failed(Throwable second) {
        if (failure == null) {
            failure = second;
            result = null;
        } else {
            Failures.suppress(failure, second);
        }
    }

    private static void closeRefused(AutoCloseable resource, Throwable refused) {
        try {
            resource.close();
        } catch (Throwable second) {
            Failures.suppress(refused, second);
        }
    }

    /** Throws {@code failure} as it is, a checked exception too. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <X extends Throwable> RuntimeException sneak(Throwable failure) throws X {
        throw (X) failure;
    }

    /** A cleanup that is more than an action. A class, because the test for one is a single comparison. */
    abstract static class Entry {
        /** Does what it is for, as far as the outcome of {@code owner} asks for it; may change that outcome. */
        abstract void run(Cleanups owner) throws Throwable;
    }

    /** Closes a resource. */
    static final class Closing extends Entry {
        private final AutoCloseable resource;

        Closing(AutoCloseable resource) {
            this.resource = resource;
        }

        @Override
        void run(Cleanups owner) throws Exception {
            resource.close();
        }
    }

    private static final class Unlocking extends Entry {
        private final Lock lock;

        Unlocking(Lock lock) {
            this.lock = lock;
        }

        @Override
        void run(Cleanups owner) {
            lock.unlock();
        }
    }

    private static final class Calling<T extends @Nullable Object> extends Entry {
        private final Defer.Cleanup<? super T> cleanup;
        private final T value;

        Calling(Defer.Cleanup<? super T> cleanup, T value) {
            this.cleanup = cleanup;
            this.value = value;
        }

        @Override
        void run(Cleanups owner) throws Throwable {
            cleanup.run(value);
        }
    }
}
