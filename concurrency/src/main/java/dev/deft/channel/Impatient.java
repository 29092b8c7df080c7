package dev.deft.channel;

import dev.deft.TaskContext;
import java.util.concurrent.CancellationException;

/** Waits in channels that begin, and end at once unless somebody is quick: their context has ended. */
final class Impatient {
    /** What comes of a wait that ended. */
    static final int NOTHING = 0;

    /** What comes of a channel that is closed. */
    static final int CLOSED = -1;

    private static final TaskContext.Cancellable ENDED = TaskContext.current().withCancel();

    static {
        ENDED.cancel();
    }

    private Impatient() {}

    /** Gives the item if it was sent. */
    static int send(Sender<Integer> channel, int item) {
        return inEndedContext(() -> {
            channel.send(item);
            return item;
        });
    }

    /** Gives what it received. */
    static int receive(Receiver<Integer> channel) {
        return inEndedContext(channel::receive);
    }

    /** Gives what the chosen case yields. Of several that are ready it is always the last. */
    @SafeVarargs
    static int select(Case<Integer>... cases) {
        return inEndedContext(() -> new Selection<Integer>(cases, bound -> 0).run());
    }

    private static int inEndedContext(TaskContext.Operation<Integer, RuntimeException> operation) {
        try {
            return ENDED.call(operation);
        } catch (CancellationException e) {
            return NOTHING;
        } catch (ChannelClosedException e) {
            return CLOSED;
        }
    }
}
