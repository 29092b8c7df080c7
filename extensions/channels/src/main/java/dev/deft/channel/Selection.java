package dev.deft.channel;

import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a select.
 *
 * <p>It locks all its channels and looks at its cases in random order; the first that is ready is done. If none is, it
 * leaves waiters in all its channels before it unlocks any, so that no case becomes ready unseen.
 *
 * <p>Source of the algorithm: {@code selectgo} of Go's runtime.
 */
final class Selection<R extends @Nullable Object> {
    private final Case<? extends R>[] cases;
    private final ChannelSet channels;
    private @Nullable DefaultCase<? extends R> otherwise;
    private @Nullable TimeoutCase<? extends R> soonest;

    /** The random function gives a number from zero to below its argument. */
    Selection(Case<? extends R>[] cases, IntUnaryOperator random) {
        this.cases = cases.clone();
        this.channels = new ChannelSet(cases.length);
        for (Case<? extends R> each : cases) {
            if (each instanceof ChannelCase<?, ? extends R> ready) {
                if (ready.channel != null) {
                    channels.add(ready.channel);
                }
            } else if (each instanceof TimeoutCase<? extends R> bound) {
                if (soonest == null || bound.timeout.compareTo(soonest.timeout) < 0) {
                    soonest = bound;
                }
            } else if (each instanceof DefaultCase<? extends R> last) {
                if (otherwise != null) {
                    throw new IllegalArgumentException("a select has at most one default");
                }
                otherwise = last;
            }
        }
        shuffle(random);
    }

    /** Chooses a case, and does what it is for. */
    R run() {
        return look().get(); // outside of the locks
    }

    private Supplier<? extends R> look() {
        channels.lock();
        try {
            for (Case<? extends R> each : cases) {
                Supplier<? extends R> next = each.attempt();
                if (next != null) {
                    return next;
                }
            }
            if (otherwise != null) {
                return otherwise.handler;
            }
            PendingSelection<R> pending = new PendingSelection<>(cases, soonest);
            pending.enqueue();
            return pending;
        } finally {
            channels.unlock();
        }
    }

    private void shuffle(IntUnaryOperator random) {
        for (int left = cases.length; left > 1; left--) {
            int chosen = random.applyAsInt(left);
            Case<? extends R> last = cases[left - 1];
            cases[left - 1] = cases[chosen];
            cases[chosen] = last;
        }
    }
}
