package dev.deft.channel;

import dev.deft.Deft;
import dev.deft.TaskAction;
import dev.deft.TaskContext;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What each worker does: take an item, work on it, send the result, until there are no more or its context has ended. It
 * holds nothing of one worker, so all share it.
 */
final class WorkerLoop<T, R> implements TaskAction {
    private final Deft deft;
    private final TaskName name;
    private final Receiver<T> source;
    private final Workers.Call<? super T, ? extends R> call;
    private final @Nullable Sender<R> sink;
    private final ItemFailures<T, ?> failures;

    WorkerLoop(
            Deft deft,
            TaskName name,
            Receiver<T> source,
            Workers.Call<? super T, ? extends R> call,
            @Nullable Sender<R> sink,
            ItemFailures<T, ?> failures) {
        this.deft = deft;
        this.name = name;
        this.source = source;
        this.call = call;
        this.sink = sink;
        this.failures = failures;
    }

    @Override
    public void run() {
        for (Optional<T> item = next(); item.isPresent(); item = next()) {
            workOn(item.get());
        }
    }

    private Optional<T> next() {
        return untilTheContextEnds(() -> {
            TaskContext.current().checkCancelled(); // what is there already is received in a cancelled context, too
            return source.receiveUnlessClosed();
        });
    }

    /** Does all that becomes of an item; throws what ends the loop. */
    private void workOn(T item) {
        R result;
        try {
            result = call.call(item);
        } catch (Throwable failure) {
            failures.report(name, item, failure);
            if (failure instanceof TaskRejectedException refusal && isClosing(refusal)) {
                throw refusal;
            }
            return;
        }
        if (sink != null) {
            send(item, result, sink);
        }
    }

    /** Whether the work needs a task, and no task is started any more, so that every other item would fail, too. */
    private boolean isClosing(TaskRejectedException refusal) {
        return deft.isClosed() && refusal.getClass().equals(TaskRejectedException.class);
    }

    private void send(T item, @Nullable R result, Sender<R> sink) {
        try {
            R sent = Objects.requireNonNull(result, name + " cannot send null, which is no item");
            untilTheContextEnds(() -> {
                sink.send(sent);
                return sent;
            });
        } catch (ChannelClosedException nobodyListens) {
            failures.report(name, item, nobodyListens);
            throw nobodyListens;
        } catch (RuntimeException unsent) {
            failures.report(name, item, unsent);
        }
    }

    /** Waits, whatever the interrupts are meant for that come meanwhile, or came before. */
    private static <V> V untilTheContextEnds(Supplier<V> wait) {
        for (; ; ) {
            Thread.interrupted();
            try {
                return wait.get();
            } catch (TaskInterruptedException stray) {
                // once more: a context that has ended throws something else
            }
        }
    }
}
