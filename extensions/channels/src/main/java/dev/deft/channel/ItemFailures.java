package dev.deft.channel;

import dev.deft.TaskContext;
import dev.deft.TaskName;
import java.lang.System.Logger.Level;

/** What becomes of items that failed: who takes failures of a kind is told of them, others are logged. */
record ItemFailures<T, X extends Throwable>(Class<X> kind, Workers.FailureHandler<? super T, ? super X> handler) {
    /** Nobody takes any. */
    static <T> ItemFailures<T, Throwable> logged() {
        return new ItemFailures<>(Throwable.class, (item, failure) -> {
            throw failure;
        });
    }

    /** Throws nothing. */
    void report(TaskName name, T item, Throwable failure) {
        if (!kind.isInstance(failure)) {
            log(name, failure);
            return;
        }
        Thread.interrupted(); // that was for the item; what the handler does is not cut off
        try {
            TaskContext.current().withoutCancel().call(() -> {
                handler.failed(item, kind.cast(failure));
                return null;
            });
        } catch (Throwable thrown) {
            log(name, failure);
            if (!thrown.equals(failure)) {
                System.getLogger("dev.deft")
                        .log(Level.WARNING, "What was to be told of a failed item of " + name + " failed", thrown);
            }
        }
    }

    private static void log(TaskName name, Throwable failure) {
        System.getLogger("dev.deft")
                .log(
                        failure instanceof Error ? Level.ERROR : Level.WARNING,
                        "An item of " + name + " failed; the others are not affected",
                        failure);
    }
}
