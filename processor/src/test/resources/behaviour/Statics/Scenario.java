package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;

import dev.deft.Deft;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Retry;
import java.util.List;
import java.util.function.Supplier;

final class Scenario {
    private static int calls;

    private Scenario() {}

    /*async*/
    @Retry(attempts = 2, delay = "1s")
    @Deferred("clean")
    static <T extends Comparable<T>, X extends Exception> T generic(List<? extends T> values, Supplier<X> failure) throws X {
        at("attempt");
        if (++calls == 1) {
            throw failure.get();
        }
        return values.get(0);
    }

    static void clean() {
        at("cleans up");
    }

    /*async*/
    @Deferred("clean")
    static int several(int... numbers) {
        return numbers == null ? -1 : numbers.length;
    }

    static void run(Deft deft) {
        ScenarioTasks tasks = new ScenarioTasks(deft);
        outcome("generic", () -> tasks.generic(List.of("a"), () -> new Failed("once")));
        outcome("several", () -> tasks.several(1, 2, 3));
        outcome("null", () -> tasks.several(null));
    }
}

// 0 ms: attempt
// 0 ms: cleans up
// 1000 ms: attempt
// 1000 ms: cleans up
// generic gives a
// 1000 ms: cleans up
// several gives 3
// 1000 ms: cleans up
// null gives -1
