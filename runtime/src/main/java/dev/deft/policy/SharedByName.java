package dev.deft.policy;

import dev.deft.TaskName;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * State of one word that policies share if they have a name in common. Thread-safe.
 *
 * @param <S> the settings
 */
final class SharedByName<S> {
    private final String word;
    private final ConcurrentHashMap<String, First<S>> firsts = new ConcurrentHashMap<>();

    /** For a word, as messages call several of it. */
    SharedByName(String word) {
        this.word = word;
    }

    /** Those without a key, and what they share. */
    <T> Kind<T> plain() {
        return new Kind<>("");
    }

    /** Those with a key, and what they share; none of them has a name in common with one without. */
    <T> Kind<T> keyed() {
        return new Kind<>(" with a key");
    }

    /**
     * Those with a key, or those without.
     *
     * @param <T> the state
     */
    final class Kind<T> {
        private final String trait;
        private final ConcurrentHashMap<String, T> shared = new ConcurrentHashMap<>();

        private Kind(String trait) {
            this.trait = trait;
        }

        /**
         * The state of a name, made by whoever asks first; for no name new state.
         *
         * @param name the name, or ""
         * @param task who asks
         * @param settings what its annotation says
         * @param make makes the state
         * @throws IllegalArgumentException if whoever asked first has other settings, or is of the other kind
         */
        T get(String name, TaskName task, S settings, Supplier<T> make) {
            if (name.isEmpty()) {
                return make.get();
            }
            T made = make.get(); // before the claim, lest settings that cannot be had keep the name
            claim(name, new First<>(task, settings, trait));
            return Objects.requireNonNullElse(shared.putIfAbsent(name, made), made);
        }
    }

    private void claim(String name, First<S> claim) {
        First<S> first = Objects.requireNonNullElse(firsts.putIfAbsent(name, claim), claim);
        if (!first.agreesWith(claim)) {
            throw new IllegalArgumentException(
                    "Two different " + word + " are named \"" + name + "\": " + first + " and " + claim);
        }
    }

    /**
     * Who asked for a name first.
     *
     * @param task the task
     * @param settings its settings
     * @param trait its kind
     */
    private record First<S>(TaskName task, S settings, String trait) {
        boolean agreesWith(First<S> other) {
            return settings.equals(other.settings) && trait.equals(other.trait);
        }

        @Override
        public String toString() {
            return "(" + settings + ")" + trait + " of " + task.qualified();
        }
    }
}
