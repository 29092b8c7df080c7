package dev.deft.policy;

import dev.deft.time.TimeSource;
import org.jspecify.annotations.Nullable;

/** The locks of a lock with a key: one for each key that somebody holds or waits for. Several policies share it by a name. */
final class KeyedLocks implements KeyedStore.Kind<KeyedLocks.Lock> {
    private final TimeSource time;
    private final KeyedStore<Lock> store;

    @SuppressWarnings("this-escape") // the store asks for nothing before it is used
    KeyedLocks(TimeSource time, int maxKeys) {
        this.time = time;
        this.store = new KeyedStore<>(time, maxKeys, this);
    }

    KeyedStore<Lock> store() {
        return store;
    }

    @Override
    public Lock create() {
        return new Lock(this, new FairLock(time));
    }

    /** Whoever uses a lock has it pinned, so what nobody has pinned is free. */
    @Override
    public boolean isQuiet(Lock lock) {
        return true;
    }

    @Override
    public long quietAt(Lock lock) {
        return time.nanoTime();
    }

    /** The lock of a key. */
    static final class Lock {
        final KeyedLocks home;
        final FairLock lock;

        /** The view that was used last, which is mostly the one that is wanted next; a race makes one more. */
        private @Nullable LockPolicy view;

        private Lock(KeyedLocks home, FairLock lock) {
            this.home = home;
            this.lock = lock;
        }

        /** A side of this lock. */
        LockPolicy view(Subject subject, LockSettings settings, boolean reading, KeyedStore.Entry<Lock> entry) {
            LockPolicy last = view;
            if (last != null && last.isViewOf(subject, reading)) {
                return last;
            }
            LockPolicy made = new LockPolicy(subject, settings, lock, reading, entry);
            view = made;
            return made;
        }
    }
}
