package dev.deft.metrics;

import dev.deft.TaskName;
import dev.deft.policy.Policy;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * The policies whose meters bear the same tags, because their methods are overloads; mostly it is one. Thread-safe.
 *
 * @param <P> their class
 */
final class Namesakes<P extends Policy<?>> {
    private final Class<P> type;

    /** Of a task that was asked for anew, with other settings, the last. */
    private final Map<TaskName, P> policies = new ConcurrentHashMap<>();

    Namesakes(Class<P> type) {
        this.type = type;
    }

    void add(Policy<?> policy) {
        policies.put(policy.task(), type.cast(policy));
    }

    /** The sum of something that they know; what several of them share under a name counts once. */
    double sum(ToDoubleFunction<? super P> value) {
        Set<String> shared = new HashSet<>();
        double sum = 0;
        for (P policy : policies.values()) {
            if (policy.sharedName().isEmpty() || shared.add(policy.sharedName())) {
                sum += value.applyAsDouble(policy);
            }
        }
        return sum;
    }
}
