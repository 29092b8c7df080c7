package behaviour;

import static behaviour.Support.log;
import static behaviour.Support.outcome;

import dev.deft.Deft;
import dev.deft.annotation.Async;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Tasks;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

class Scenario {
    private Scenario() {}

    interface Store<K> {
        @Retry(attempts = 2, delay = "1s")
        String load(K key) throws Failed;

        default String shout(K key) {
            return key + "!";
        }
    }

    static class Memory implements Store<Integer> {
        private int calls;

        @Override
        public String load(Integer key) throws Failed {
            log("loads " + key);
            if (++calls == 1) {
                throw new Failed("once");
            }
            return "value " + key;
        }
    }

    interface Other {
        Object find(String key) throws Failed;

        void close();
    }

    @Tasks(as = Other.class)
    static class Service implements Other {
        private int calls;

        @Async
        @Retry(attempts = 2, delay = "1s")
        @Override
        public Future<String> find(String key) throws Failed {
            log("finds");
            if (++calls == 1) {
                throw new Failed("once");
            }
            return CompletableFuture.completedFuture(key);
        }

        @Override
        public void close() {
            log("closes");
        }
    }

    interface Keeping<E> {
        @Retry(attempts = 2, delay = "1s")
        void keep(E item, List<E> items) throws Failed;

        @Retry(attempts = 2, delay = "1s")
        <X extends Exception> Iterable<E> kept(X failure) throws Failed;
    }

    /** A default method overrides the one that has the words. */
    interface Kept<E> extends Keeping<E> {
        @Override
        default <Y extends Exception> List<E> kept(Y failure) throws Failed {
            once("looks for what is kept");
            return List.of();
        }
    }

    /** It knows nothing of the interface that its subclass has it implement. */
    static class Unaware<T> {
        public void keep(T item, List<T> items) throws Failed {
            once("keeps " + item);
        }
    }

    @Tasks(as = Keeping.class)
    static class Keeper extends Unaware<String> implements Keeping<String>, Kept<String> {}

    private static boolean failed;

    private static void once(String what) throws Failed {
        log(what);
        failed = !failed;
        if (failed) {
            throw new Failed("once");
        }
    }

    static void run(Deft deft) {
        Store<Integer> store = new Scenario_StoreTasks<>(new Memory(), deft);
        outcome("load", () -> store.load(7));
        outcome("shout", () -> new Scenario_StoreTasks<>(new Memory(), deft).shout(8));
        Other other = new Scenario_ServiceTasks(new Service(), deft);
        outcome("find", () -> ((Future<?>) other.find("x")).get());
        other.close();
        Keeping<String> keeper = new Scenario_KeeperTasks(new Keeper(), deft);
        outcome("keep", () -> {
            keeper.keep("a", List.of());
            return "nothing";
        });
        outcome("kept", () -> keeper.kept(new Failed("unused")));
    }
}

// loads 7
// loads 7
// load gives value 7
// shout gives 8!
// finds
// finds
// find gives x
// closes
// keeps a
// keeps a
// keep gives nothing
// looks for what is kept
// looks for what is kept
// kept gives []
