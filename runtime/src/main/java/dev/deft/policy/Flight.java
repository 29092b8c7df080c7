package dev.deft.policy;

import dev.deft.internal.Wait;
import org.jspecify.annotations.Nullable;

/**
 * One execution that several calls share: the call that leads it runs the body, the others have a seat and wait for how it
 * ends. The monitor guards a few field writes and never a call to the outside.
 */
final class Flight {
    final CallKey key;
    private final Thread leader = Thread.currentThread();

    /** Whether all has been done that its end asks for. Its leader's to know. */
    boolean over;

    /** Another one that its leader could not end. Guarded by the policy's monitor. */
    @Nullable
    Flight nextLost;

    private @Nullable Seat first;
    private int seats;
    private End end = End.OPEN;
    private @Nullable Object result;
    private @Nullable Throwable failure;

    /** How a flight ended. */
    enum End {
        /** It has not. */
        OPEN,
        /** With a result. */
        LANDED,
        /** With a failure of the body. */
        FAILED,
        /** Without an outcome, because its leader was called off: it says nothing about the others' calls. */
        ABANDONED
    }

    /** Led by the current thread. */
    Flight(CallKey key) {
        this.key = key;
    }

    /** Whether the current thread leads it. */
    boolean isMine() {
        return leader == Thread.currentThread();
    }

    /**
     * Takes a seat.
     *
     * @return false if the flight has ended, and nobody will wake the seat
     */
    synchronized boolean board(Seat seat) {
        if (end != End.OPEN) {
            return false;
        }
        Seat next = first;
        seat.next = next;
        if (next != null) {
            next.previous = seat;
        }
        first = seat;
        seats++;
        return true;
    }

    /** Gives a seat up; nothing if the flight has ended. */
    synchronized void leave(Seat seat) {
        if (end != End.OPEN) {
            return;
        }
        Seat before = seat.previous;
        Seat after = seat.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after != null) {
            after.previous = before;
        }
        seats--;
    }

    /** Ends it with a result. */
    void land(@Nullable Object result) {
        end(End.LANDED, result, null);
    }

    /** Ends it with a failure of the body. */
    void fail(Throwable failure) {
        end(End.FAILED, null, failure);
    }

    /** Ends it without an outcome. */
    void abandon() {
        end(End.ABANDONED, null, null);
    }

    private void end(End end, @Nullable Object result, @Nullable Throwable failure) {
        synchronized (this) {
            if (this.end == End.OPEN) { // else it is to be gone on with
                this.end = end;
                this.result = result;
                this.failure = failure;
                seats = 0;
            }
        }
        for (Seat seat = seated(); seat != null; seat = seated()) {
            seat.wait.signal();
        }
        over = true;
    }

    private synchronized @Nullable Seat seated() {
        Seat seat = first;
        if (seat != null) {
            first = seat.next;
        }
        return seat;
    }

    synchronized End end() {
        return end;
    }

    /** What it landed with. */
    synchronized @Nullable Object result() {
        return result;
    }

    /** What it failed with. */
    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** How many wait for it. */
    synchronized int seats() {
        return seats;
    }

    /** A call that waits. */
    static final class Seat {
        final Wait wait;
        private @Nullable Seat previous;
        private @Nullable Seat next;

        Seat(Wait wait) {
            this.wait = wait;
        }
    }
}
