package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyedStoreTest {
    /** State that is quiet at a time. */
    private static final class State {
        int users;
        volatile long quietAt;
        volatile boolean expendable;
    }

    private static class TimedKind implements KeyedStore.Kind<State> {
        final AtomicInteger made = new AtomicInteger();
        final AtomicInteger asked = new AtomicInteger();

        @Override
        public State create() {
            made.incrementAndGet();
            return new State();
        }

        @Override
        public boolean isQuiet(State state) {
            return false;
        }

        @Override
        public long quietAt(State state) {
            asked.incrementAndGet();
            return state.quietAt;
        }

        @Override
        public boolean isExpendable(State state) {
            return state.expendable;
        }
    }

    private static final class Immediate extends TimedKind {
        @Override
        public boolean isQuiet(State state) {
            return true;
        }

        @Override
        public long quietAt(State state) {
            throw new AssertionError("is quiet");
        }
    }

    private final VirtualTime time = VirtualTime.manual();

    @Test
    void keepsStateWhileSomebodyUsesIt() {
        KeyedStore<State> store = new KeyedStore<>(time, 10, new Immediate());
        KeyedStore.Entry<State> one = store.pin("a");
        KeyedStore.Entry<State> two = store.pin("a");
        assertThat(one).isSameAs(two);
        store.unpin(one);
        assertThat(store.pin("a")).isSameAs(two);
        store.unpin(two);
        assertThat(store.size()).isEqualTo(1);
        store.unpin(two);
        assertThat(store.size()).isZero();
        assertThat(store.peek("a")).isNull();
        assertThat(store.pin("a")).isNotSameAs(two);
        assertThatThrownBy(() -> store.unpin(two)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nullIsAKeyLikeAnyOther() {
        KeyedStore<State> store = new KeyedStore<>(time, 10, new TimedKind());
        KeyedStore.Entry<State> nothing = store.pin(null);
        nothing.state().quietAt = 5;
        assertThat(store.pin(null)).isSameAs(nothing);
        assertThat(store.keys()).containsExactly((Object) null);
        assertThat(store.peek(null)).isSameAs(nothing.state());
        store.unpin(nothing);
        store.unpin(nothing);
        assertThat(store.size()).isEqualTo(1);
        time.advance(Duration.ofNanos(5));
        assertThat(store.size()).isZero();
    }

    @Test
    void roomIsMadeByWhatIsQuietByThenOrCanBeDoneWithout() {
        KeyedStore<State> store = new KeyedStore<>(time, 2, new TimedKind());
        use(store, "a", 100);
        use(store, "b", 50);
        assertThat(store.pin("c")).isNull();
        time.advance(Duration.ofNanos(50));
        use(store, "c", 1_000); // in the place of b
        assertThat(store.keys()).containsExactlyInAnyOrder("a", "c");
        assertThat(store.pin("d")).isNull();
        KeyedStore.Entry<State> a = store.pin("a");
        a.state().expendable = true;
        assertThat(store.pin("d")).isNull(); // somebody uses it
        store.unpin(a);
        use(store, "d", 1_000);
        assertThat(store.keys()).containsExactlyInAnyOrder("c", "d");
        KeyedStore.Entry<State> c = store.pin("c");
        assertThat(store.pin("e")).isNull();
        c.state().quietAt = 60; // gives something back
        store.unpin(c);
        time.advance(Duration.ofNanos(10));
        use(store, "e", 1_000);
        assertThat(store.keys()).containsExactlyInAnyOrder("d", "e");
    }

    @Test
    void doesNotSearchInVain() {
        TimedKind kind = new TimedKind();
        KeyedStore<State> store = new KeyedStore<>(time, 1_000, kind);
        for (int i = 0; i < 1_000; i++) {
            use(store, i, 10_000);
        }
        assertThat(store.pin("another")).isNull();
        int before = kind.asked.get();
        for (int i = 0; i < 1_000; i++) {
            assertThat(store.pin("another")).isNull();
        }
        assertThat(kind.asked.get() - before).isZero();
    }

    @Test
    void fewMoreAreKeptThanSaySomething() {
        KeyedStore<State> store = new KeyedStore<>(time, 1_000_000, new TimedKind());
        int most = 0;
        for (int i = 0; i < 1_000_000; i++) {
            use(store, i, time.nanoTime() + 10);
            time.advance(Duration.ofMillis(1)); // a thousand in the second that the busy are granted
            if (i % 997 == 0) {
                most = Math.max(most, store.queued());
            }
        }
        assertThat(most).isLessThan(2_100);
        assertThat(store.size()).isZero();
        assertThat(store.queued()).isZero();
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void aMillionKeysThatAreQuietAtOnceLeaveNone() {
        KeyedStore<State> store = new KeyedStore<>(time, 10, new Immediate());
        for (int i = 0; i < 1_000_000; i++) {
            store.unpin(store.pin(i));
        }
        assertThat(store.queued()).isZero();
        assertThat(store.keys()).isEmpty();
        assertThat(store.size()).isZero();
    }

    @Test
    void aBusyKeyDoesNotComeAndGo() {
        TimedKind kind = new TimedKind();
        KeyedStore<State> store = new KeyedStore<>(time, 10, kind);
        for (int i = 0; i < 1_000; i++) {
            use(store, "a", time.nanoTime() + 5);
            use(store, "b", time.nanoTime() + 5);
            time.advance(Duration.ofMillis(1));
        }
        assertThat(kind.made.get()).isEqualTo(2);
    }

    /** Many threads, few keys: all who use a key at a time have the same state, and nothing is left. */
    @Test
    void theBooksBalanceUnderContention() throws InterruptedException {
        for (boolean immediate : List.of(true, false)) {
            KeyedStore<State> store = new KeyedStore<>(time, 3, immediate ? new Immediate() : new TimedKind());
            ConcurrentHashMap<Integer, State> inUse = new ConcurrentHashMap<>();
            AtomicInteger split = new AtomicInteger();
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int seed = t;
                threads.add(Thread.ofPlatform().start(() -> {
                    Random random = new Random(seed);
                    for (int i = 0; i < 50_000; i++) {
                        int key = random.nextInt(4);
                        KeyedStore.Entry<State> entry = store.pin(key);
                        if (entry == null) {
                            continue; // three are in use
                        }
                        State state = entry.state();
                        inUse.compute(key, (same, other) -> {
                            if (other != null && other != state) {
                                split.incrementAndGet();
                            }
                            state.users++;
                            return state;
                        });
                        state.quietAt = random.nextBoolean() ? -1 : 1;
                        inUse.compute(key, (same, other) -> --state.users == 0 ? null : state);
                        store.unpin(entry);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(split.get()).isZero();
            time.advance(Duration.ofNanos(1));
            assertThat(store.size()).isZero();
            assertThat(store.keys()).isEmpty();
            assertThat(store.queued()).isZero();
        }
    }

    private static void use(KeyedStore<State> store, Object key, long quietAt) {
        KeyedStore.Entry<State> entry = store.pin(key);
        entry.state().quietAt = quietAt;
        store.unpin(entry);
    }

    @Test
    void aKeyThatChangesWhileItIsUsedIsDroppedAllTheSame() {
        KeyedStore<State> store = new KeyedStore<>(time, 100, new Immediate());
        for (int i = 0; i < 1_000; i++) {
            List<Integer> key = new ArrayList<>(List.of(i));
            KeyedStore.Entry<State> entry = store.pin(key);
            key.add(1);
            store.unpin(entry);
        }
        List<State> left = new ArrayList<>();
        store.forEach(left::add);

        assertThat(left).isEmpty();
        assertThat(store.size()).isZero();
    }

    @Test
    void keysAreToldAsTheyAre() {
        KeyedStore<State> store = new KeyedStore<>(time, 100, new Immediate());
        store.pin(null);
        store.pin("text");
        store.pin(List.of(1));

        assertThat(store.keys()).containsExactlyInAnyOrder(null, "text", List.of(1));
        assertThat(store.peek(List.of(1))).isNotNull();
    }
}
