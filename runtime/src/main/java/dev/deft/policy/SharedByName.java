package dev.deft.policy;

import dev.deft.TaskName;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * State of one word that policies share if they have a name in common. Thread-safe.
 *
 * @param <S> the settings
 * @param <T> the state
 */
final class SharedByName<S, T> {
    private final String word;
    private final ConcurrentHashMap<String, First<S, T>> shared = new ConcurrentHashMap<>();

    /** For a word, as messages call several of it. */
    SharedByName(String word) {
        this.word = word;
    }

    /**
     * The state of a name, made by whoever asks first; for no name new state.
     *
     * @param name the name, or ""
     * @param task who asks
     * @param settings what its annotation says
     * @param make makes the state
     * @throws IllegalArgumentException if whoever asked first has other settings
     */
    T get(String name, TaskName task, S settings, Supplier<T> make) {
        if (name.isEmpty()) {
            return make.get();
        }
        First<S, T> first = shared.computeIfAbsent(name, key -> new First<>(task, settings, make.get()));
        if (!first.settings.equals(settings)) {
            throw new IllegalArgumentException("Two different " + word + " are named \"" + name + "\": ("
                    + first.settings + ") of " + first.task.qualified() + " and (" + settings + ") of "
                    + task.qualified());
        }
        return first.state;
    }

    private record First<S, T>(TaskName task, S settings, T state) {}
}
