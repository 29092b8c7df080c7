package behaviour;

import static behaviour.Support.log;
import static behaviour.Support.outcome;

import dev.deft.Deft;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Tasks;
import java.util.List;

class Scenario {
    private Scenario() {}

    abstract static class Base<E> {
        private int calls;

        /*async*/
        @Retry(attempts = 2, delay = "1s")
        @Fallback("empty")
        <T> List<E> add(E element, T other) throws Failed {
            log("adds " + element + " and " + other);
            if (++calls == 1) {
                throw new Failed("once");
            }
            return List.of(element);
        }

        <T> List<E> empty(E element, T other) {
            return List.of();
        }
    }

    @Tasks
    static class Sub<T> extends Base<List<T>> {}

    static void run(Deft deft) {
        outcome("add", () -> new Scenario_SubTasks<>(new Sub<String>(), deft).add(List.of("a"), 1));
    }
}

// adds [a] and 1
// adds [a] and 1
// add gives [[a]]
