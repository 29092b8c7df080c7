package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.TaskWait;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Lets, for {@code @Locked}, one call in at a time, or many that read, first come first served. Thread-safe.
 *
 * <p>This is one side of a lock: the writing side, which excludes every other holder and is what {@code EXCLUSIVE} means
 * as well, or the {@linkplain #read() reading side}, which excludes writers only. Both are reentrant. A thread that
 * writes may read too, and keep reading when it has left the writing side; a thread that reads may not begin to write.
 * Whoever has waited longest is next: one writer, or all readers up to the next writer.
 *
 * <p>What was taken has to be given back as often, by the same thread. While the lock is free, taking it looks neither at
 * the thread's interrupt flag nor at its context. A virtual thread that waits holds no carrier.
 */
public final class LockPolicy extends Policy<LockSettings> {
    private final LockSettings settings;
    private final FairLock lock;
    private final boolean reading;

    /** The key that this is the lock of, if it is one of a {@link KeyedLock}. */
    private final KeyedStore.@Nullable Entry<KeyedLocks.Lock> entry;

    LockPolicy(Subject subject, LockSettings settings, FairLock lock, boolean reading) {
        this(subject, settings, lock, reading, null);
    }

    LockPolicy(
            Subject subject,
            LockSettings settings,
            FairLock lock,
            boolean reading,
            KeyedStore.@Nullable Entry<KeyedLocks.Lock> entry) {
        super(subject);
        this.settings = settings;
        this.lock = lock;
        this.reading = reading;
        this.entry = entry;
    }

    /**
     * The reading side of this lock.
     *
     * @return a view of the same lock
     */
    public LockPolicy read() {
        return reading ? this : new LockPolicy(subject, settings, lock, true, entry);
    }

    /**
     * The writing side of this lock.
     *
     * @return a view of the same lock
     */
    public LockPolicy write() {
        return reading ? new LockPolicy(subject, settings, lock, false, entry) : this;
    }

    /**
     * The same side of this lock for another task.
     *
     * @param name the task, for messages
     * @return a view of the same lock
     */
    public LockPolicy named(TaskName name) {
        return new LockPolicy(subject.of(name), settings, lock, reading, entry);
    }

    /**
     * Takes the lock, and waits for it if need be.
     *
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     * @throws IllegalStateException if the thread holds the reading side alone and this is the writing side
     */
    public void lock() {
        TaskWait.Outcome outcome = take();
        if (outcome != TaskWait.Outcome.SIGNALLED) {
            throw waitEnded(outcome, false);
        }
    }

    /**
     * As {@link #lock}, in a method that declares {@link InterruptedException}.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     * @throws IllegalStateException if the thread holds the reading side alone and this is the writing side
     */
    @SuppressWarnings("RedundantThrows") // it arrives past the signature of waitEnded
    public void lockInterruptibly() throws InterruptedException {
        TaskWait.Outcome outcome = take();
        if (outcome != TaskWait.Outcome.SIGNALLED) {
            throw waitEnded(outcome, true);
        }
    }

    private TaskWait.Outcome take() {
        return reading ? lock.lockReading() : lock.lockWriting();
    }

    private RuntimeException waitEnded(TaskWait.Outcome outcome, boolean interruptibly) {
        return WaitEnds.failure(subject, outcome, interruptibly, "its lock");
    }

    /**
     * Gives the lock back, to whoever has waited longest.
     *
     * @throws IllegalMonitorStateException if the thread does not hold this side of it
     */
    public void unlock() {
        if (reading) {
            lock.unlockReading();
        } else {
            lock.unlockWriting();
        }
    }

    @Override
    SettingsWord<LockSettings> definition() {
        return LockSettings.WORD;
    }

    @Override
    public LockSettings settings() {
        return settings;
    }

    @Override
    public String sharedName() {
        return settings.name();
    }

    @Override
    LockSettings sharing(LockSettings other) {
        return settings;
    }

    @Override
    void apply(LockSettings other) {
        throw new AssertionError("there is but one");
    }

    @Override
    public State state() {
        return new State(lock.isWriting(), lock.reading(), lock.waiting());
    }

    /**
     * A snapshot.
     *
     * @param writing whether a thread holds the writing side
     * @param reading how many threads hold the reading side
     * @param waiting how many threads wait for either
     */
    public record State(boolean writing, int reading, int waiting) {}

    KeyedStore.@Nullable Entry<KeyedLocks.Lock> entry() {
        return entry;
    }

    /** Whether this is what a call of {@code subject} uses for that side. */
    boolean isViewOf(Subject subject, boolean reading) {
        return this.reading == reading && this.subject.equals(subject);
    }

    /** The lock itself, for tests. */
    FairLock fairLock() {
        return lock;
    }

    /** For people: the word and whose it is. */
    @Override
    public String toString() {
        return settings.label() + (reading ? " (reading) of " : " of ") + subject.name();
    }
}
