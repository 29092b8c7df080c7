package dev.deft.time;

import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A time for tests, which passes without taking any.
 *
 * <p>It stands still while anybody works. When every thread that it knows waits, it jumps to the next wait that ends or
 * the next timer, and wakes just that one; what is due at the same moment comes one after the other, timers first, then
 * in the order in which it was asked for. So the same test sees the same times in every run.
 *
 * <p>It knows the thread that made it, the threads of the tasks that run on it, and every thread that has started such a
 * task or has waited through it. A thread that is seen to be blocked elsewhere, on a latch of the test, say, counts as
 * waiting after some milliseconds, until it works again. A thread that is busy, even one that polls in a loop, holds the
 * time.
 *
 * <p>So it is not for bodies that wait for real input or output, such as a socket's: time would jump to their timeout
 * before the answer is there.
 *
 * <p>{@link #advance} moves it by hand; {@link #manual()} makes one that moves in no other way.
 */
public final class VirtualTime implements TimeSource {
    private static final long CHECK_NANOS = 5_000_000;
    private static final int CHECKS_UNTIL_AWAY = 5;

    /** A lock is mostly free soon, that of a log say, unless its owner waits in this time. */
    private static final int CHECKS_UNTIL_AWAY_FOR_LOCK = 100;

    /** What threads are parked on that wait for one of the locks of {@code java.util.concurrent}. */
    private static final String REENTRANT = "java.util.concurrent.locks.Reentrant";

    private static final long PATIENCE_NANOS = 200_000_000;

    private final Instant origin;
    private final boolean automatic;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Thread, Participant> participants = new HashMap<>();

    /** Those who work: known, and neither parked here nor blocked elsewhere. */
    private final Set<Participant> present = new HashSet<>();

    /** Those who were seen blocked elsewhere. */
    private final Set<Participant> away = new HashSet<>();

    private final TreeSet<Due> agenda = new TreeSet<>(Due.ORDER);
    private volatile long now;
    private long sequence;
    private @Nullable Thread mover;
    private boolean checkPending;

    /** A time that begins at the start of the year 2000 and moves by itself. */
    public VirtualTime() {
        this(Instant.parse("2000-01-01T00:00:00Z"), true);
    }

    private VirtualTime(Instant origin, boolean automatic) {
        this.origin = origin;
        this.automatic = automatic;
        present.add(participant(Thread.currentThread()));
    }

    /**
     * A time that moves by {@link #advance} alone.
     *
     * @return a new one, which begins at the start of the year 2000
     */
    public static VirtualTime manual() {
        return new VirtualTime(Instant.parse("2000-01-01T00:00:00Z"), false);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Instant now() {
        return origin.plusNanos(now);
    }

    /**
     * The time that has passed since the beginning.
     *
     * @return zero at first
     */
    public Duration elapsed() {
        return Duration.ofNanos(now);
    }

    /**
     * What would still happen by itself: waits that have an end in time, and timers, each with when it is due. Empty at the
     * end of a test that has left nothing behind.
     *
     * @return one line each, in the order in which it would happen
     */
    public List<String> agenda() {
        lock.lock();
        try {
            return agenda.stream().map(Due::toString).toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Moves the time forward. What becomes due runs in order, each at its moment and until it waits again, before this
     * returns; for a thread that neither waits nor ends this waits a moment only.
     *
     * @param duration how far; not negative
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + DurationText.of(duration));
        }
        Participant self = becomeMover();
        long target = now + Nanos.of(duration);
        try {
            awaitQuiet();
            for (Due due = takeDue(target); due != null; due = takeDue(target)) {
                perform(due);
                awaitQuiet();
            }
        } finally {
            lock.lock();
            try {
                now = Math.max(now, target);
                mover = null;
                present.add(self);
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void park(Object blocker) {
        park(blocker, false, 0);
    }

    @Override
    public void parkUntil(Object blocker, long nanoTime) {
        park(blocker, true, nanoTime);
    }

    private void park(Object blocker, boolean timed, long until) {
        Thread thread = Thread.currentThread();
        Waiter waiter;
        lock.lock();
        try {
            Participant self = enter();
            if (self.permit || thread.isInterrupted() || (timed && until - now <= 0)) {
                self.permit = false;
                return;
            }
            waiter = new Waiter(self, self.waiter);
            self.waiter = waiter;
            present.remove(self);
            if (timed) {
                waiter.due = new Due(until, sequence++, waiter, null);
                agenda.add(waiter.due);
            }
        } finally {
            lock.unlock();
        }
        moveOn();
        while (!waiter.released && !thread.isInterrupted()) {
            LockSupport.park(blocker);
        }
        lock.lock();
        try {
            release(waiter);
            waiter.participant.waiter = waiter.outer;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void unpark(Thread thread) {
        lock.lock();
        try {
            Participant participant = participant(thread);
            if (participant.waiter == null) {
                participant.permit = true;
            } else {
                wake(participant);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void interrupt(Thread thread) {
        lock.lock();
        try {
            wake(participant(thread));
            thread.interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Timer schedule(long delayNanos, Runnable action) {
        lock.lock();
        try {
            enter();
            Due due = new Due(now + Math.max(0, Math.min(delayNanos, Nanos.MAX)), sequence++, null, action);
            agenda.add(due);
            checkLater(); // this thread may block elsewhere next, and then nobody would look
            return () -> cancel(due);
        } finally {
            lock.unlock();
        }
    }

    private void cancel(Due due) {
        lock.lock();
        try {
            agenda.remove(due);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void taskStarting(Thread thread) {
        lock.lock();
        try {
            enter();
            present.add(participant(thread));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void taskEnded(Thread thread) {
        lock.lock();
        try {
            Participant participant = participants.remove(thread);
            if (participant != null) {
                present.remove(participant);
                away.remove(participant);
            }
        } finally {
            lock.unlock();
        }
        moveOn();
    }

    /** Jumps, as often as nobody works and something is due. */
    private void moveOn() {
        if (!automatic) {
            return;
        }
        for (; ; ) {
            Due due;
            lock.lock();
            try {
                if (mover != null || agenda.isEmpty()) {
                    return;
                }
                recallRunning();
                if (!present.isEmpty()) {
                    checkLater();
                    return;
                }
                mover = Thread.currentThread();
                due = agenda.pollFirst();
                now = Math.max(now, due.at);
            } finally {
                lock.unlock();
            }
            try {
                perform(due);
            } finally {
                lock.lock();
                try {
                    mover = null;
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    private @Nullable Due takeDue(long target) {
        lock.lock();
        try {
            if (agenda.isEmpty() || agenda.first().at - target > 0) {
                return null;
            }
            Due due = agenda.pollFirst();
            now = Math.max(now, due.at);
            return due;
        } finally {
            lock.unlock();
        }
    }

    private void perform(Due due) {
        if (due.action != null) {
            try {
                due.action.run();
            } catch (Throwable failure) {
                System.getLogger("dev.deft").log(Level.ERROR, "A scheduled action failed", failure);
            }
        } else if (due.waiter != null) {
            lock.lock();
            try {
                wake(due.waiter.participant);
            } finally {
                lock.unlock();
            }
        }
    }

    /** The current thread's participant, which has come back to us if it was blocked elsewhere. */
    private Participant enter() {
        Thread thread = Thread.currentThread();
        Participant self = participant(thread);
        if (self.waiter == null && mover != thread) {
            self.checks = 0;
            away.remove(self);
            present.add(self);
        }
        return self;
    }

    private Participant participant(Thread thread) {
        return participants.computeIfAbsent(thread, Participant::new);
    }

    private void wake(Participant participant) {
        for (Waiter waiter = participant.waiter; waiter != null; waiter = waiter.outer) {
            release(waiter);
        }
    }

    private void release(Waiter waiter) {
        if (waiter.released) {
            return;
        }
        if (waiter.due != null) {
            agenda.remove(waiter.due);
        }
        waiter.participant.checks = 0;
        present.add(waiter.participant);
        waiter.released = true;
        LockSupport.unpark(waiter.participant.thread);
    }

    /** Comes back in some real milliseconds to see whether those who hold the time are blocked elsewhere. */
    private void checkLater() {
        if (automatic && !checkPending) {
            checkPending = true;
            TimeSource.system().schedule(CHECK_NANOS, this::check);
        }
    }

    private void check() {
        lock.lock();
        try {
            checkPending = false;
            dismissAbsent();
        } finally {
            lock.unlock();
        }
        moveOn();
    }

    private void dismissAbsent() {
        for (Iterator<Participant> each = present.iterator(); each.hasNext(); ) {
            Participant participant = each.next();
            // One that was woken from a park here is about to work, however long its thread takes to be given a
            // processor.
            boolean woken = participant.waiter != null;
            participant.checks = !woken && isAway(participant.thread) ? participant.checks + 1 : 0;
            if (participant.checks >= checksUntilAway(participant.thread)) {
                each.remove();
                away.add(participant);
            }
            if (participant.thread.getState() == Thread.State.TERMINATED) {
                participants.remove(participant.thread);
                away.remove(participant);
            }
        }
    }

    /** How often in a row a thread has to be seen blocked before time goes on without it. */
    static int checksUntilAway(Thread thread) {
        Object blocker = LockSupport.getBlocker(thread);
        boolean waitsForLock = thread.getState() == Thread.State.BLOCKED
                || (blocker != null && blocker.getClass().getName().startsWith(REENTRANT));
        return waitsForLock ? CHECKS_UNTIL_AWAY_FOR_LOCK : CHECKS_UNTIL_AWAY;
    }

    /** Those who are blocked elsewhere no longer work again, though they have not turned to this time yet. */
    private void recallRunning() {
        for (Iterator<Participant> each = away.iterator(); each.hasNext(); ) {
            Participant participant = each.next();
            if (!isAway(participant.thread)) {
                each.remove();
                participant.checks = 0;
                present.add(participant);
            }
        }
    }

    private boolean isAway(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, BLOCKED -> !lock.hasQueuedThread(thread);
            case TERMINATED -> true;
            case NEW, RUNNABLE -> false;
        };
    }

    private void awaitQuiet() {
        long start = System.nanoTime();
        long checked = start;
        for (; ; ) {
            long instant = System.nanoTime();
            lock.lock();
            try {
                if (instant - checked > CHECK_NANOS) {
                    checked = instant;
                    dismissAbsent();
                }
                if (present.isEmpty() || instant - start > PATIENCE_NANOS) {
                    return;
                }
            } finally {
                lock.unlock();
            }
            LockSupport.parkNanos(this, 20_000);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // the other mover is between two due actions
    private Participant becomeMover() {
        for (; ; ) {
            lock.lock();
            try {
                if (mover == null) {
                    mover = Thread.currentThread();
                    Participant self = participant(mover);
                    present.remove(self);
                    return self;
                }
            } finally {
                lock.unlock();
            }
            Thread.yield();
        }
    }

    /** What is known of a thread. */
    private static final class Participant {
        final Thread thread;
        boolean permit;

        @Nullable
        Waiter waiter;

        /** How often in a row it was seen blocked elsewhere. */
        int checks;

        Participant(Thread thread) {
            this.thread = thread;
        }
    }

    /** One park; inside another one if a timer's action, run by a thread that was about to park, parks. */
    private static final class Waiter {
        final Participant participant;
        final @Nullable Waiter outer;
        volatile boolean released;

        @Nullable
        Due due;

        Waiter(Participant participant, @Nullable Waiter outer) {
            this.participant = participant;
            this.outer = outer;
        }
    }

    /** Something that happens at a time: exactly one of a waiter that wakes and an action that runs. */
    private record Due(
            long at,
            long sequence,
            @Nullable Waiter waiter,
            @Nullable Runnable action) {
        static final Comparator<Due> ORDER = Comparator.comparingLong(Due::at)
                .thenComparing(due -> due.waiter != null)
                .thenComparingLong(Due::sequence);

        @Override
        public String toString() {
            return (waiter == null ? action : waiter.participant.thread.getName() + " waits") + ", due after "
                    + DurationText.of(Duration.ofNanos(at));
        }
    }
}
