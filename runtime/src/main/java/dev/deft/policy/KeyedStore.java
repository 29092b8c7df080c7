package dev.deft.policy;

import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The state that a policy keeps for each key: made when a key comes up, and kept for as long as it says something.
 *
 * <p>Who uses the state of a key pins it. State that nobody has pinned is dropped when it is quiet, which is for its
 * {@link Kind} to say: some is whenever nobody uses it, so it leaves with its last user; some becomes so with time. The
 * latter stands in a queue, and each state that joins the queue has the two at its head looked at, as the hand of a clock
 * goes round: nothing is scheduled, and there are never many more than still say something. Whoever asks {@link #size}
 * drops all that are quiet by then.
 *
 * <p>There are at most {@code maxKeys}. At the bound one that is quiet, or that the kind can do without, makes room for a
 * new key; if there is none, the new key gets no state.
 *
 * <p>Using a key that is there is one look-up and an atomic operation each way. A key is compared by {@link Object#equals};
 * null is a key like any other. A key that changes while it is used does no harm but that it is another key from then on.
 *
 * @param <V> the state of a key
 */
final class KeyedStore<V> {
    /** What holds where nobody says anything else. */
    static final int DEFAULT_MAX_KEYS = 10_000;

    static final String DEFAULT_MAX_KEYS_TEXT = String.valueOf(DEFAULT_MAX_KEYS);

    private static final Object NULL = new Object();

    /** How many of the queue are looked at when one joins. */
    private static final int LOOKS = 2;

    /** How long that look lets what is quiet stay, so that a busy key does not come and go with each call. */
    private static final long GRACE_NANOS = 1_000_000_000;

    /** What is to be known of the state of a key. */
    interface Kind<V> {
        /** New state, which says nothing yet. */
        V create();

        /** Whether state says nothing as soon as nobody uses it; {@link #quietAt} is not asked then. */
        boolean isQuiet(V state);

        /** When state that nobody uses will say nothing any more, as a reading of the clock, perhaps past. */
        long quietAt(V state);

        /** Whether state that nobody uses may make room for another key though it still says something. */
        default boolean isExpendable(V state) {
            return false;
        }
    }

    private final TimeSource time;
    private final Kind<V> kind;
    private final ConcurrentHashMap<Object, Entry<V>> entries = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final ConcurrentLinkedDeque<Entry<V>> queue = new ConcurrentLinkedDeque<>();
    private final ReentrantLock evicting = new ReentrantLock();
    private volatile int maxKeys;

    /** Before this nothing in the queue is quiet, if {@link #searched}. */
    private volatile long nextQuiet;

    private volatile boolean searched;

    KeyedStore(TimeSource time, int maxKeys, Kind<V> kind) {
        this.time = time;
        this.maxKeys = maxKeys;
        this.kind = kind;
    }

    /**
     * Checks a setting.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    static int checkMaxKeys(int maxKeys) {
        if (maxKeys < 1) {
            throw new IllegalArgumentException("maxKeys must be at least 1, but is " + maxKeys);
        }
        return maxKeys;
    }

    /**
     * Begins to use the state of a key; {@link #unpin} has to follow.
     *
     * @param key any object, or null
     * @return null if the key has no state and there is no room for it
     */
    @Nullable
    Entry<V> pin(@Nullable Object key) {
        Object known = stable(key);
        for (; ; ) {
            Entry<V> present = entries.get(known);
            if (present == null) {
                if (!reserve()) {
                    return null;
                }
                Entry<V> made = new Entry<>(known, kind.create());
                present = entries.putIfAbsent(known, made);
                if (present == null) {
                    return made;
                }
                size.getAndDecrement();
            }
            if (present.pin()) {
                return present;
            }
            entries.remove(known, present); // it is being dropped
        }
    }

    /**
     * Ends one use of the state of a key.
     *
     * @param entry what {@link #pin} gave
     * @throws IllegalStateException if nobody uses it
     */
    void unpin(Entry<V> entry) {
        long word = entry.unpin();
        if (!Entry.isUnused(word)) {
            return;
        }
        if (kind.isQuiet(entry.state)) {
            drop(entry, word);
            return;
        }
        if (searched && (kind.quietAt(entry.state) - nextQuiet < 0 || kind.isExpendable(entry.state))) {
            searched = false; // a race makes one search too many
        }
        if (entry.enqueue()) {
            sweep(LOOKS, time.nanoTime() - GRACE_NANOS);
            if (kind.isExpendable(entry.state)) {
                queue.addFirst(entry); // where one that is looked for is found
            } else {
                queue.addLast(entry);
            }
        }
    }

    /** The state of a key, for a look from the outside; null if there is none. */
    @Nullable
    V peek(@Nullable Object key) {
        Entry<V> entry = entries.get(stable(key));
        return entry == null ? null : entry.state;
    }

    private boolean reserve() {
        if (size.getAndIncrement() < maxKeys) {
            return true;
        }
        evicting.lock();
        try {
            if (evict()) {
                return true;
            }
        } finally {
            evicting.unlock();
        }
        size.getAndDecrement();
        return false;
    }

    /** Drops one that is quiet, if there is one; the place of the new key is counted already. */
    private boolean evict() {
        if (size.get() <= maxKeys) {
            return true;
        }
        if (searched && time.nanoTime() - nextQuiet < 0) {
            return false;
        }
        searched = true;
        long now = time.nanoTime();
        long soonest = now + Long.MAX_VALUE / 2;
        nextQuiet = soonest;
        for (int left = size.get(); left > 0; left--) {
            Entry<V> next = queue.poll();
            if (next == null) {
                break;
            }
            if (!dropIfQuiet(next, now, true)) {
                queue.add(next);
                long quietAt = kind.quietAt(next.state);
                if (quietAt - soonest < 0) {
                    soonest = quietAt;
                }
            }
            if (size.get() <= maxKeys) {
                searched = false; // there may be more
                return true;
            }
        }
        nextQuiet = soonest;
        return false;
    }

    /** Looks at some at the head of the queue, and drops those that have been quiet since {@code then}. */
    private void sweep(int looks, long then) {
        for (int left = looks; left > 0; left--) {
            Entry<V> next = queue.poll();
            if (next == null) {
                return;
            }
            if (!dropIfQuiet(next, then, false)) {
                queue.add(next);
            }
        }
    }

    /** True if it is, or was, dropped. */
    private boolean dropIfQuiet(Entry<V> entry, long then, boolean orExpendable) {
        long word = entry.word;
        if (word == Entry.DROPPED) {
            return true;
        }
        return Entry.isUnused(word)
                && (kind.isQuiet(entry.state)
                        || kind.quietAt(entry.state) - then <= 0
                        || (orExpendable && kind.isExpendable(entry.state)))
                && drop(entry, word);
    }

    /** Drops an entry, unless somebody has used it since its word was read. */
    private boolean drop(Entry<V> entry, long word) {
        if (!entry.drop(word)) {
            return false;
        }
        entries.remove(entry.key, entry);
        size.getAndDecrement();
        return true;
    }

    /** Does something with the state of each key. */
    void forEach(Consumer<? super V> action) {
        entries.values().forEach(entry -> action.accept(entry.state));
    }

    /** Bounds the keys anew; if there are more by now, they stay until they are quiet. */
    void maxKeys(int maxKeys) {
        this.maxKeys = maxKeys;
    }

    int maxKeys() {
        return maxKeys;
    }

    /** How many keys have state that says something, or that somebody uses. */
    int size() {
        sweep(queue.size(), time.nanoTime());
        return size.get();
    }

    /** A snapshot, given what a caller could not go on with. */
    KeyedState state(Predicate<? super V> isBlocked) {
        int keys = size();
        int blocked = 0;
        for (Entry<V> entry : entries.values()) {
            if (isBlocked.test(entry.state)) {
                blocked++;
            }
        }
        return new KeyedState(keys, maxKeys, blocked);
    }

    /** The keys that {@link #size} counts. */
    List<@Nullable Object> keys() {
        sweep(queue.size(), time.nanoTime());
        List<@Nullable Object> keys = new ArrayList<>();
        entries.keySet().forEach(key -> keys.add(plain(key)));
        return keys;
    }

    /** What stands for a key in the map, and is found there again even if the key changes. */
    private static Object stable(@Nullable Object key) {
        if (key == null) {
            return NULL;
        }
        boolean fixed = key instanceof String
                || key instanceof Integer
                || key instanceof Long
                || key instanceof UUID
                || key instanceof Enum
                || key instanceof CallKey;
        return fixed ? key : new HashedKey(key, key.hashCode());
    }

    private static @Nullable Object plain(Object stable) {
        return stable instanceof HashedKey hashed ? hashed.key : stable == NULL ? null : stable;
    }

    /** A key with the hash code that it had when it came up. */
    private record HashedKey(Object key, int hash) {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof HashedKey that && hash == that.hash && key.equals(that.key));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** How many entries the queue holds, for tests. */
    int queued() {
        return queue.size();
    }

    /** A key, its state and how many use it. */
    static final class Entry<V> {
        private static final long DROPPED = -1;

        /** Counts uses in the upper half, so that a word that was read tells whether there was another since. */
        private static final long USE = (1L << 32) + 1;

        private static final long USERS = (1L << 32) - 1;
        private static final VarHandle WORD;
        private static final VarHandle QUEUED;

        static {
            try {
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                WORD = lookup.findVarHandle(Entry.class, "word", long.class);
                QUEUED = lookup.findVarHandle(Entry.class, "queued", boolean.class);
            } catch (ReflectiveOperationException impossible) {
                throw new ExceptionInInitializerError(impossible);
            }
        }

        private final Object key;
        private final V state;
        private volatile long word = USE;
        private volatile boolean queued;

        private Entry(Object key, V state) {
            this.key = key;
            this.state = state;
        }

        V state() {
            return state;
        }

        private static boolean isUnused(long word) {
            return (word & USERS) == 0;
        }

        private boolean pin() {
            for (; ; ) {
                long now = word;
                if (now == DROPPED) {
                    return false;
                }
                if (WORD.weakCompareAndSet(this, now, (now + USE) & Long.MAX_VALUE)) {
                    return true;
                }
            }
        }

        private long unpin() {
            for (; ; ) {
                long now = word;
                if (now == DROPPED || isUnused(now)) {
                    throw new IllegalStateException("given back more often than taken: the state of " + plain(key));
                }
                if (WORD.weakCompareAndSet(this, now, now - 1)) {
                    return now - 1;
                }
            }
        }

        private boolean drop(long read) {
            return WORD.compareAndSet(this, read, DROPPED);
        }

        private boolean enqueue() {
            return !queued && QUEUED.compareAndSet(this, false, true);
        }
    }
}
