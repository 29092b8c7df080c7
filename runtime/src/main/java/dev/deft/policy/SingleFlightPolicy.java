package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.TaskBody;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskWait;
import dev.deft.internal.Context;
import dev.deft.internal.Wait;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Has, for {@code @SingleFlight}, concurrent calls with equal keys share one execution and its outcome. Thread-safe.
 *
 * <p>The first call for a key leads: it runs its body, on its own thread. Calls that come meanwhile wait and get what it
 * gets, the same result and the same failure object. Nothing is kept afterwards: the next call runs again.
 *
 * <ul>
 *   <li>A call that waits can be cancelled, interrupted or overtaken by its deadline on its own; the execution goes on.
 *   <li>If the leader is cancelled or interrupted, or its deadline passes, that says nothing about the others' calls: one
 *       of them leads in its place and runs its own body, and the rest wait for that one.
 *   <li>A call that is made from within the body, on the leader's thread and for the same key, runs by itself. From another
 *       thread that the body waits for, it would wait for ever, as with any lock; a deadline ends that.
 * </ul>
 *
 * <p>Switched off, each call runs by itself; those that wait already go on waiting.
 */
public final class SingleFlightPolicy extends Policy<SingleFlightSettings> {
    private final ConcurrentHashMap<CallKey, Flight> flights = new ConcurrentHashMap<>();

    /**
     * Flights that could not be ended, since their leaders came to the end of the stack, where every call fails; whoever
     * comes next does it. Written under the monitor, which guards nothing else and no call.
     */
    private volatile @Nullable Flight lost;

    private volatile SingleFlightSettings settings;

    SingleFlightPolicy(Subject subject, SingleFlightSettings settings) {
        super(subject);
        this.settings = settings;
    }

    /**
     * Calls the body, or shares the outcome of the call for this key that is under way.
     *
     * <p>What the body throws is thrown as it is, checked exceptions too: whoever calls this declares what the body does.
     *
     * @param <T> type of the result
     * @param key what tells calls apart; null is a key like any other, and arrays are compared
     *     by their content
     * @param body the call
     * @return its result, or that of the call that was under way
     * @throws TaskInterruptedException if the thread is interrupted while it waits for another call; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits for another call
     * @throws DeadlineExceededException if the deadline passes while the thread waits for another call
     */
    public <T extends @Nullable Object> T call(@Nullable Object key, TaskBody<T> body) {
        return fly(key, body, false);
    }

    /**
     * As {@link #call}, in a method that declares {@link InterruptedException}.
     *
     * @param <T> type of the result
     * @param key what tells calls apart; null is a key like any other, and arrays are compared
     *     by their content
     * @param body the call
     * @return its result, or that of the call that was under way
     * @throws InterruptedException if the thread is interrupted while it waits for another call; the flag is cleared
     * @throws CancellationException if the context is cancelled while the thread waits for another call
     * @throws DeadlineExceededException if the deadline passes while the thread waits for another call
     */
    public <T extends @Nullable Object> T callInterruptibly(@Nullable Object key, TaskBody<T> body)
            throws InterruptedException {
        return fly(key, body, true);
    }

    private <T extends @Nullable Object> T fly(@Nullable Object key, TaskBody<T> body, boolean interruptibly) {
        Objects.requireNonNull(body, "body");
        if (!settings.isEnabled()) {
            return Failures.call(body);
        }
        CallKey entry = keyOf(key);
        for (; ; ) {
            if (lost != null) {
                abandonLost();
            }
            Flight flight = flights.get(entry);
            if (flight == null) {
                Flight mine = new Flight(entry);
                try {
                    flight = flights.putIfAbsent(entry, mine);
                    if (flight == null) {
                        return lead(mine, body);
                    }
                } catch (Throwable failure) {
                    if (!mine.over) { // no call from here on: there may be no stack left for any
                        synchronized (this) {
                            mine.nextLost = lost;
                            lost = mine;
                        }
                    }
                    throw failure;
                } finally {
                    if (lost != null) { // of a call below this one, perhaps
                        abandonLost();
                    }
                }
            }
            if (flight.isMine()) {
                return Failures.call(body);
            }
            Flight.End end = await(flight, interruptibly);
            if (end == Flight.End.LANDED) {
                return result(flight);
            }
            Throwable failure = flight.failure();
            if (failure != null) {
                throw Failures.<RuntimeException>sneak(failure);
            }
        }
    }

    private <T extends @Nullable Object> T lead(Flight mine, TaskBody<T> body) {
        T result;
        try {
            result = body.call();
        } catch (Throwable failure) {
            flights.remove(mine.key, mine);
            if (isCalledOff(failure)) {
                mine.abandon();
            } else {
                mine.fail(failure);
            }
            throw Failures.<RuntimeException>sneak(failure);
        }
        flights.remove(mine.key, mine);
        mine.land(result);
        return result;
    }

    /** Ends those whose leaders had no stack left to do it. */
    private void abandonLost() {
        for (Flight next = lost; next != null; next = lost) {
            flights.remove(next.key, next);
            next.abandon();
            synchronized (this) { // only now: this may have failed, too
                if (lost == next) {
                    lost = next.nextLost;
                }
            }
        }
    }

    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"
    }) // a policy belongs to one method, and so do its results, null or not
    private static <T extends @Nullable Object> T result(Flight flight) {
        return (T) flight.result();
    }

    /** Whether a failure says that this call was called off, and not how the body fares. */
    private static boolean isCalledOff(Throwable failure) {
        return Failures.isCancellation(Failures.of(failure))
                || Thread.currentThread().isInterrupted()
                || Context.current().isCancelled();
    }

    /** Its hash code stays what it is, whatever becomes of the key; so what was put under it can be removed. */
    private static CallKey keyOf(@Nullable Object key) {
        return key instanceof CallKey parameters ? parameters : CallKey.of(new @Nullable Object[] {key});
    }

    private Flight.End await(Flight flight, boolean interruptibly) {
        Flight.Seat seat = new Flight.Seat(new Wait(subject.time()));
        if (flight.board(seat)) {
            TaskWait.Outcome outcome = seat.wait.await();
            if (outcome != TaskWait.Outcome.SIGNALLED) {
                flight.leave(seat);
                throw WaitEnds.failure(subject, outcome, interruptibly, "another call with an equal key");
            }
        }
        return flight.end();
    }

    /**
     * Lets the next call for a key run by itself, beside the one that is under way; calls that wait already go on waiting
     * for that one.
     *
     * @param key the key; null is one like any other
     */
    public void forget(@Nullable Object key) {
        flights.remove(keyOf(key));
    }

    @Override
    SettingsWord<SingleFlightSettings> definition() {
        return SingleFlightSettings.WORD;
    }

    @Override
    public SingleFlightSettings settings() {
        return settings;
    }

    @Override
    void apply(SingleFlightSettings settings) {
        this.settings = settings;
    }

    @Override
    public State state() {
        int under = 0;
        int waiting = 0;
        for (Flight flight : flights.values()) {
            under++;
            waiting += flight.seats();
        }
        return new State(under, waiting);
    }

    /**
     * A snapshot.
     *
     * @param executions keys for which a body runs
     * @param waiting calls that wait for one of them
     */
    public record State(int executions, int waiting) {}

    /** For people: the word and whose it is. */
    @Override
    public String toString() {
        return "@SingleFlight of " + subject.name();
    }
}
