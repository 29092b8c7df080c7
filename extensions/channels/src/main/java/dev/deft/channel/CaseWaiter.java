package dev.deft.channel;

import dev.deft.TaskWait;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A select that waits in a channel, for one of its cases; once it was served, what is left to be done for that case. */
final class CaseWaiter<T, R extends @Nullable Object> extends Waiter<T> implements Supplier<R> {
    private final PendingSelection<? super R> selection;
    private final ChannelCase<T, R> origin;
    private final Channel<T> channel;

    CaseWaiter(PendingSelection<? super R> selection, TaskWait wait, ChannelCase<T, R> origin, Channel<T> channel) {
        super(wait, origin.toSend());
        this.selection = selection;
        this.origin = origin;
        this.channel = channel;
    }

    /** Under the channel's lock. */
    void enqueue() {
        channel.state.add(this);
    }

    void withdraw() {
        channel.withdraw(this);
    }

    @Override
    boolean claim() {
        return selection.decide(this);
    }

    @Override
    public R get() {
        return origin.finish(item);
    }
}
