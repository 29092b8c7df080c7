package dev.deft.channel;

import dev.deft.TaskContext;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for several things at once, and does exactly one of them; Go's {@code select}. Meant to be imported statically:
 *
 * <pre>{@code
 * String news = select(
 *         receive(results, result -> "got " + result),
 *         send(requests, request, () -> "asked"),
 *         timeout(Duration.ofSeconds(1), () -> "nothing happened"));
 * }</pre>
 *
 * <p>If several cases are ready, each of them is as likely to be chosen as any other. If none is, the default is, where
 * there is one; else {@link #select} waits. Of the cases that are not chosen nothing is done: no item is sent or received.
 * What a case is to do runs after the choice, on the thread that selects, and holds nothing up; what it throws, select
 * throws.
 *
 * <p>A channel may stand in several cases, to send and to receive; a select never sends to itself. A case whose channel is
 * null is never ready: so one is left out. What is to be sent is evaluated before the select, chosen or not.
 *
 * <p>A channel that is closed is ready: to receive yields what is left in it, then its end, again and again; to send
 * fails.
 */
public final class Select {
    private Select() {}

    /**
     * Does one of the cases, and waits until it can if need be. Without a case that ever gets ready this waits until the
     * current context ends.
     *
     * @param <R> what the cases yield
     * @param cases the cases; their order means nothing
     * @return what the chosen case yields
     * @throws ChannelClosedException if the chosen case sends to a closed channel, or receives from one without saying
     *     what to do then
     * @throws IllegalArgumentException if there are two defaults
     * @throws java.util.concurrent.CancellationException if the current context is cancelled while this waits, unless
     *     one of the cases is about that
     * @throws dev.deft.DeadlineExceededException if the current context's deadline passes while this waits, unless one of
     *     the cases is about that
     * @throws dev.deft.TaskInterruptedException if the thread is interrupted while this waits; the flag stays set
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R extends @Nullable Object> R select(Case<? extends R>... cases) {
        return new Selection<R>(cases, bound -> ThreadLocalRandom.current().nextInt(bound)).run();
    }

    /**
     * As {@link #select(Case[])}, for a number of cases that is not known beforehand.
     *
     * @param <R> what the cases yield
     * @param cases the cases; their order means nothing
     * @return what the chosen case yields
     * @throws ChannelClosedException as there
     * @throws IllegalArgumentException if there are two defaults
     * @throws java.util.concurrent.CancellationException as there
     * @throws dev.deft.DeadlineExceededException as there
     * @throws dev.deft.TaskInterruptedException as there
     */
    @SuppressWarnings("unchecked") // an array of a generic type
    public static <R extends @Nullable Object> R select(Collection<? extends Case<? extends R>> cases) {
        return select((Case<? extends R>[]) cases.toArray(new Case<?>[0]));
    }

    /**
     * Receives an item. If the channel is closed and nothing is left in it, this is ready, and fails with
     * {@link ChannelClosedException}.
     *
     * @param <T> type of the items
     * @param <R> what the case yields
     * @param channel from where; null: never
     * @param onItem what to do with the item
     * @return the case
     */
    public static <T, R extends @Nullable Object> Case<R> receive(
            @Nullable Receiver<T> channel, Function<? super T, ? extends R> onItem) {
        return receive(channel, onItem, () -> {
            throw new ChannelClosedException("receive from closed channel");
        });
    }

    /**
     * Receives an item, or is told of the end; Go's {@code case item, ok := <-channel}. At its end a channel is ready
     * again and again: a loop leaves it out from then on, with null.
     *
     * @param <T> type of the items
     * @param <R> what the case yields
     * @param channel from where; null: never
     * @param onItem what to do with the item
     * @param onClosed what to do if the channel is closed and nothing is left in it
     * @return the case
     */
    public static <T, R extends @Nullable Object> Case<R> receive(
            @Nullable Receiver<T> channel, Function<? super T, ? extends R> onItem, Supplier<? extends R> onClosed) {
        Objects.requireNonNull(onItem, "onItem");
        Objects.requireNonNull(onClosed, "onClosed");
        return new ReceiveCase<>((Channel<T>) channel, onItem, onClosed);
    }

    /**
     * As {@link #receive(Receiver, Function)}, and yields nothing.
     *
     * @param <T> type of the items
     * @param channel from where; null: never
     * @param onItem what to do with the item
     * @return the case
     */
    public static <T> Case<@Nullable Void> consume(@Nullable Receiver<T> channel, Consumer<? super T> onItem) {
        Objects.requireNonNull(onItem, "onItem");
        return receive(channel, item -> {
            onItem.accept(item);
            return null;
        });
    }

    /**
     * As {@link #receive(Receiver, Function, Supplier)}, and yields nothing.
     *
     * @param <T> type of the items
     * @param channel from where; null: never
     * @param onItem what to do with the item
     * @param onClosed what to do if the channel is closed and nothing is left in it
     * @return the case
     */
    public static <T> Case<@Nullable Void> consume(
            @Nullable Receiver<T> channel, Consumer<? super T> onItem, Runnable onClosed) {
        Objects.requireNonNull(onItem, "onItem");
        return receive(
                channel,
                item -> {
                    onItem.accept(item);
                    return null;
                },
                yieldingNothing(onClosed));
    }

    /**
     * Sends an item.
     *
     * @param <T> type of the items
     * @param <R> what the case yields
     * @param channel where to; null: never
     * @param item what to send; not null
     * @param onSent what to do when it was sent
     * @return the case
     */
    public static <T, R extends @Nullable Object> Case<R> send(
            @Nullable Sender<T> channel, T item, Supplier<? extends R> onSent) {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(onSent, "onSent");
        return new SendCase<>((Channel<T>) channel, item, onSent);
    }

    /**
     * As {@link #send(Sender, Object, Supplier)}, and yields nothing.
     *
     * @param <T> type of the items
     * @param channel where to; null: never
     * @param item what to send; not null
     * @param onSent what to do when it was sent
     * @return the case
     */
    public static <T> Case<@Nullable Void> send(@Nullable Sender<T> channel, T item, Runnable onSent) {
        return send(channel, item, yieldingNothing(onSent));
    }

    /**
     * Is chosen when the select has waited so long. Of several the soonest counts. It starts no timer.
     *
     * @param <R> what the case yields
     * @param timeout how long, by the time source of the current context; zero or less: not at all
     * @param onTimeout what to do then
     * @return the case
     */
    public static <R extends @Nullable Object> Case<R> timeout(Duration timeout, Supplier<? extends R> onTimeout) {
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(onTimeout, "onTimeout");
        return new TimeoutCase<>(timeout, onTimeout);
    }

    /**
     * As {@link #timeout(Duration, Supplier)}, and yields nothing.
     *
     * @param timeout how long, by the time source of the current context; zero or less: not at all
     * @param onTimeout what to do then
     * @return the case
     */
    public static Case<@Nullable Void> timeout(Duration timeout, Runnable onTimeout) {
        return timeout(timeout, yieldingNothing(onTimeout));
    }

    /**
     * Is ready once a context has ended, by cancellation or at its deadline; Go's {@code case <-context.Done()}.
     *
     * @param <R> what the case yields
     * @param context any context; if it is the current one, or above it, its end is this case instead of an exception
     * @param onEnd what to do then
     * @return the case
     */
    public static <R extends @Nullable Object> Case<R> ended(TaskContext context, Supplier<? extends R> onEnd) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(onEnd, "onEnd");
        return new ContextCase<>(context, onEnd);
    }

    /**
     * As {@link #ended(TaskContext, Supplier)}, and yields nothing.
     *
     * @param context any context; if it is the current one, or above it, its end is this case instead of an exception
     * @param onEnd what to do then
     * @return the case
     */
    public static Case<@Nullable Void> ended(TaskContext context, Runnable onEnd) {
        return ended(context, yieldingNothing(onEnd));
    }

    /**
     * Is chosen if no other case is ready, so that the select does not wait; Go's {@code default}.
     *
     * @param <R> what the case yields
     * @param action what to do then
     * @return the case
     */
    public static <R extends @Nullable Object> Case<R> otherwise(Supplier<? extends R> action) {
        Objects.requireNonNull(action, "action");
        return new DefaultCase<>(action);
    }

    /**
     * As {@link #otherwise(Supplier)}, and yields nothing.
     *
     * @param action what to do then
     * @return the case
     */
    public static Case<@Nullable Void> otherwise(Runnable action) {
        return otherwise(yieldingNothing(action));
    }

    private static Supplier<@Nullable Void> yieldingNothing(Runnable action) {
        Objects.requireNonNull(action, "action");
        return () -> {
            action.run();
            return null;
        };
    }
}
