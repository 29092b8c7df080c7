package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A lock for each key: {@code @Locked} with {@code key}. Thread-safe.
 *
 * <p>See {@link LockPolicy} for what a lock does. That of a key is kept only while somebody holds it or waits for it. If
 * 10 000 keys are in use at once, calls with yet another key are refused.
 *
 * <pre>{@code
 * LockPolicy lock = locks.lock(order.id());
 * try {
 *     return target.charge(order);
 * } finally {
 *     locks.unlock(lock);
 * }
 * }</pre>
 */
public final class KeyedLock extends Policy<LockSettings> {
    private final LockSettings settings;
    private final KeyedLocks locks;
    private final boolean reading;

    /** Several policies share {@code locks} if they have a name in common. */
    KeyedLock(Subject subject, LockSettings settings, KeyedLocks locks, boolean reading) {
        super(subject);
        this.settings = settings;
        this.locks = locks;
        this.reading = reading;
    }

    /**
     * The reading sides of these locks.
     *
     * @return a view of the same locks
     */
    public KeyedLock read() {
        return reading ? this : new KeyedLock(subject, settings, locks, true);
    }

    /**
     * The writing sides of these locks.
     *
     * @return a view of the same locks
     */
    public KeyedLock write() {
        return reading ? new KeyedLock(subject, settings, locks, false) : this;
    }

    /**
     * Takes the lock of a key, and waits for it if need be.
     *
     * @param key whose lock, compared by {@link Object#equals}; null is a key like any other
     * @return the lock, for {@link #unlock}
     * @throws TaskRejectedException if there are too many keys
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     * @throws IllegalStateException if the thread holds the reading side alone and this is the writing side
     */
    public LockPolicy lock(@Nullable Object key) {
        KeyedStore.Entry<KeyedLocks.Lock> entry = pin(key);
        boolean locked = false;
        try {
            LockPolicy lock = entry.state().view(subject, settings, reading, entry);
            lock.lock();
            locked = true;
            return lock;
        } finally {
            if (!locked) {
                locks.store().unpin(entry);
            }
        }
    }

    /**
     * As {@link #lock}, in a method that declares {@link InterruptedException}.
     *
     * @param key whose lock, compared by {@link Object#equals}; null is a key like any other
     * @return the lock, for {@link #unlock}
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws TaskRejectedException if there are too many keys
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     * @throws IllegalStateException if the thread holds the reading side alone and this is the writing side
     */
    public LockPolicy lockInterruptibly(@Nullable Object key) throws InterruptedException {
        KeyedStore.Entry<KeyedLocks.Lock> entry = pin(key);
        boolean locked = false;
        try {
            LockPolicy lock = entry.state().view(subject, settings, reading, entry);
            lock.lockInterruptibly();
            locked = true;
            return lock;
        } finally {
            if (!locked) {
                locks.store().unpin(entry);
            }
        }
    }

    /**
     * Gives a lock back, to whoever has waited longest.
     *
     * @param lock what {@link #lock} gave
     * @throws IllegalMonitorStateException if the thread does not hold it
     * @throws IllegalArgumentException if it is none of these locks
     */
    public void unlock(LockPolicy lock) {
        KeyedStore.Entry<KeyedLocks.Lock> entry = lock.entry();
        if (entry == null || entry.state().home != locks) {
            throw new IllegalArgumentException("no lock of " + this + ": " + lock);
        }
        lock.unlock();
        locks.store().unpin(entry);
    }

    private KeyedStore.Entry<KeyedLocks.Lock> pin(@Nullable Object key) {
        KeyedStore.Entry<KeyedLocks.Lock> entry = locks.store().pin(key);
        if (entry == null) {
            TaskRejectedException refusal = new TaskRejectedException(subject.name() + ": @Locked has "
                    + locks.store().maxKeys() + " keys in use and has no room for another");
            subject.rejected(refusal);
            throw refusal;
        }
        return entry;
    }

    /**
     * The same side of these locks for another task.
     *
     * @param name the task, for messages
     * @return a view of the same locks
     */
    public KeyedLock named(TaskName name) {
        return new KeyedLock(subject.of(name), settings, locks, reading);
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
    public KeyedState state() {
        return locks.store().state(lock -> lock.lock.isWriting());
    }

    /**
     * How many keys somebody holds the lock of, or waits for it, now.
     *
     * @return the number of locks that there are
     */
    public int keys() {
        return locks.store().size();
    }

    /** For people: the word and whose it is. */
    @Override
    public String toString() {
        return settings.label() + (reading ? " (reading) for each key of " : " for each key of ") + subject.name();
    }
}
