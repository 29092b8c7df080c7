package dev.deft.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order in which words nest, outermost first: that of {@link WordKind}, changed by {@code @Nesting}. Words of one
 * kind nest in the order in which they were written.
 */
final class EffectiveOrder {
    private EffectiveOrder() {}

    /** The words of a method, outermost first. */
    static List<Word> of(TaskMethod method) {
        List<Word> ordered = new ArrayList<>();
        for (WordKind kind : kinds(method)) {
            method.words().stream().filter(word -> WordKind.of(word) == kind).forEach(ordered::add);
        }
        return List.copyOf(ordered);
    }

    /**
     * The kinds of a method's words. Those that {@code @Nesting} lists move together to the place of the outermost of
     * them; what it lists and the method does not have counts for nothing.
     */
    private static List<WordKind> kinds(TaskMethod method) {
        List<WordKind> kinds = new ArrayList<>(
                method.words().stream().map(WordKind::of).sorted().distinct().toList());
        Optional<Nesting> nesting = method.nesting();
        if (nesting.isEmpty()) {
            return kinds;
        }
        List<WordKind> moved = new ArrayList<>(nesting.get().order());
        moved.retainAll(kinds);
        if (moved.isEmpty()) {
            return kinds;
        }
        int place = moved.stream().mapToInt(kinds::indexOf).min().getAsInt();
        kinds.removeAll(moved);
        kinds.addAll(place, moved);
        return kinds;
    }
}
