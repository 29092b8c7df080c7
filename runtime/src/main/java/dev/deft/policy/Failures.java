package dev.deft.policy;

import dev.deft.TaskBody;
import dev.deft.TaskInterruptedException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What wrappers and policies know about failures in general. */
public final class Failures {
    /** No sane chain of causes is longer, and a chain may be a circle. */
    static final int MAX_CHAIN = 100;

    private Failures() {}

    /**
     * The failure itself: what a {@link CompletionException} or an {@link ExecutionException} was put around, however
     * many of them there are, else {@code thrown}.
     *
     * @param thrown what was caught
     * @return the first throwable along the causes that is neither of the two, or the last that has no cause
     */
    public static Throwable of(Throwable thrown) {
        Throwable failure = thrown;
        for (int depth = 0; depth < MAX_CHAIN; depth++) {
            if (!(failure instanceof CompletionException) && !(failure instanceof ExecutionException)) {
                return failure;
            }
            Throwable cause = failure.getCause();
            if (cause == null) {
                return failure;
            }
            failure = cause;
        }
        return failure;
    }

    /**
     * Tells whether {@code failure} says that the work was called off, and not that it failed: a
     * {@link CancellationException}, an {@link InterruptedException} or a {@link TaskInterruptedException}. Causes are
     * not looked at; see {@link #of}.
     *
     * @param failure a failure
     * @return true if it is one of the three
     */
    public static boolean isCancellation(Throwable failure) {
        return failure instanceof CancellationException
                || failure instanceof InterruptedException
                || failure instanceof TaskInterruptedException;
    }

    /**
     * Adds {@code second} to what {@code onto} suppressed, unless it would not be lost: it is {@code onto} itself, is along
     * its causes or is suppressed by it already, whether bare or inside a {@link CompletionException} or
     * {@link ExecutionException}. Does nothing if {@code onto} was made with suppression disabled.
     *
     * @param onto the failure that goes on
     * @param second the failure that would be lost
     */
    public static void suppress(Throwable onto, Throwable second) {
        Throwable failure = of(second);
        Throwable cause = onto;
        for (int depth = 0; cause != null && depth < MAX_CHAIN; depth++) {
            if (isOneOf(cause, second, failure)) {
                return;
            }
            cause = cause.getCause();
        }
        for (Throwable present : onto.getSuppressed()) {
            if (isOneOf(present, second, failure)) {
                return;
            }
        }
        onto.addSuppressed(second);
    }

    @SuppressWarnings("ReferenceEquality") // those very ones
    private static boolean isOneOf(Throwable present, Throwable second, Throwable failure) {
        return present == second || present == failure;
    }

    /** Calls a body, and throws what it throws past a signature that does not name it. */
    static <T extends @Nullable Object> T call(TaskBody<T> body) {
        try {
            return body.call();
        } catch (Throwable failure) {
            throw Failures.<RuntimeException>sneak(failure);
        }
    }

    /** Throws {@code failure} as it is, a checked exception too, past a signature that does not name it. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <X extends Throwable> RuntimeException sneak(Throwable failure) throws X {
        throw (X) failure;
    }
}
