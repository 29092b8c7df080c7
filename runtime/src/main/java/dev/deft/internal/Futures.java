package dev.deft.internal;

import dev.deft.TaskInterruptedException;
import dev.deft.TaskWait;
import dev.deft.time.TimeSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Waiting for futures of others. */
public final class Futures {
    private Futures() {}

    /**
     * Waits for a stage; it is cancelled if this thread is interrupted or its context ends.
     *
     * @param <T> type of the result
     * @param stage the stage
     * @return its result
     */
    public static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (!future.isDone()) {
            Context context = Context.current();
            Wait wait = new Wait(context.time());
            CompletableFuture<?> signal = future.whenComplete((result, failure) -> wait.signal());
            TaskWait.Outcome outcome = wait.await();
            if (outcome != TaskWait.Outcome.SIGNALLED) {
                signal.cancel(false);
                future.cancel(true);
                throw Wait.failure(outcome, context.label(), null);
            }
        }
        try {
            return future.join();
        } catch (CompletionException failure) {
            throw Futures.<RuntimeException>sneaky(causeOf(failure));
        }
    }

    /**
     * Waits for a future; it is cancelled if this thread is interrupted or its context ends.
     *
     * @param <T> type of the result
     * @param future the future
     * @return its result
     */
    @SuppressWarnings("unchecked") // a future of T that is a stage is a stage of T
    public static <T extends @Nullable Object> T awaitFuture(Future<T> future) {
        if (future instanceof CompletionStage<?> stage) {
            return await((CompletionStage<T>) stage);
        }
        Context context = Context.current();
        var registration = context.onCancel(() -> future.cancel(true));
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw Futures.<RuntimeException>sneaky(causeOf(failure));
        } catch (InterruptedException interrupted) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw context.isCancelled()
                    ? context.ending(context.label(), null)
                    : new TaskInterruptedException(context.label() + " was interrupted while it waited", interrupted);
        } catch (CancellationException cancelled) {
            throw context.isCancelled() ? context.ending(context.label(), null) : cancelled;
        } finally {
            registration.remove();
        }
    }

    /**
     * Throws a checked exception where none is declared: a failure reaches its caller as itself.
     *
     * @param <X> what the caller is made to believe
     * @param failure what to throw
     * @return never
     * @throws X always
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // that is the trick: no cast at run time
    public static <X extends Throwable> X sneaky(Throwable failure) throws X {
        throw (X) failure;
    }

    private static Throwable causeOf(Throwable wrapper) {
        Throwable cause = wrapper.getCause();
        return cause == null ? wrapper : cause;
    }

    /**
     * Parks the current thread until a future is done, through a time source, so that a virtual time knows of it.
     *
     * @param time the time source
     * @param future the future
     */
    public static void untilDone(TimeSource time, CompletableFuture<?> future) {
        if (future.isDone()) {
            return;
        }
        boolean interrupted = false;
        unparkWhenDone(time, future);
        while (!future.isDone()) {
            interrupted |= Thread.interrupted(); // as join does, which cannot be interrupted
            time.park(future);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The same, for those who can be interrupted.
     *
     * @param time the time source
     * @param future the future
     * @param until when to give up, as a reading of the time source
     * @param bounded whether to give up at all
     * @throws InterruptedException if the thread is interrupted
     */
    public static void untilDone(TimeSource time, CompletableFuture<?> future, boolean bounded, long until)
            throws InterruptedException {
        if (future.isDone()) {
            return;
        }
        unparkWhenDone(time, future);
        while (!future.isDone()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!bounded) {
                time.park(future);
            } else if (time.nanoTime() - until < 0) {
                time.parkUntil(future, until);
            } else {
                return;
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // only its effect matters
    private static void unparkWhenDone(TimeSource time, CompletableFuture<?> future) {
        Thread waiter = Thread.currentThread();
        future.whenComplete((result, failure) -> time.unpark(waiter));
    }
}
