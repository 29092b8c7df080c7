package behaviour;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/** What scenarios share: a runtime on virtual time, and a log. */
final class Support {
    static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());
    private static Deft deft;

    private Support() {}

    /** A call that gives a result or a task of it. */
    interface Calling {
        Object call() throws Throwable;
    }

    /** Runs it in a task, so that time stands still while it does something. */
    static String run(String scenario, boolean observed) throws Exception {
        Deft.Builder builder = Deft.builder().time(new VirtualTime());
        deft = observed ? builder.listener(event -> {}).build() : builder.build();
        LOG.clear();
        var run = Class.forName(scenario).getDeclaredMethod("run", Deft.class);
        run.setAccessible(true);
        try (Deft running = deft) {
            running.start("scenario", () -> {
                        run.invoke(null, running);
                        if (Thread.interrupted()) {
                            log("an interrupt was left behind");
                        }
                    })
                    .join();
        }
        return String.join("\n", LOG);
    }

    static void log(String line) {
        LOG.add(line);
    }

    /** Logs with the time in milliseconds. */
    static void at(String line) {
        LOG.add(deft.time().nanoTime() / 1_000_000 + " ms: " + line);
    }

    static void sleep(String duration) throws InterruptedException {
        deft.time().sleep(Duration.parse("PT" + duration));
    }

    /** Makes a call beside the caller's; cancelling it cancels the call. */
    static Task<Object> start(String name, Calling calling) {
        return deft.start(name, () -> {
            Object value = calling.call();
            return value instanceof Task<?> task ? Task.await(task) : value;
        });
    }

    /** Tells a story in a task, so that time stands still while it goes on. */
    static void tell(Story story) {
        start("story", () -> {
            story.tell();
            return null;
        })
                .join();
    }

    /** What happens, one thing after another. */
    interface Story {
        void tell() throws Throwable;
    }

    /** Logs what a call comes to, its failure with all that is suppressed onto it. */
    static void outcome(String name, Calling calling) {
        try {
            Object value = calling.call();
            if (value instanceof Task<?> task) {
                value = result(task);
            }
            log(name + " gives " + value);
        } catch (Throwable failure) {
            log(name + " throws " + text(failure));
        }
    }

    /** Calls, whatever it comes to. */
    static void swallow(Calling calling) {
        try {
            if (calling.call() instanceof Task<?> task) {
                result(task);
            }
        } catch (Throwable expected) {
            // whoever calls this counts something else
        }
    }

    static String text(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.getClass().getSimpleName());
        boolean itsOwn = failure.getClass().getName().startsWith("behaviour.")
                || failure.getClass().getName().startsWith("java.");
        // whether the task or its body tells of the cancellation, and in which words, is a race
        if (itsOwn && !(failure instanceof CancellationException)) {
            text.append(": ").append(failure.getMessage());
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            text.append(" [").append(text(suppressed)).append("]");
        }
        return text.toString();
    }

    private static Object result(Task<?> task) throws Throwable {
        try {
            return task.join();
        } catch (CompletionException | CancellationException e) {
            throw task.failure();
        }
    }
}
