package dev.deft.processor.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code @Nesting} as it applies to a method.
 *
 * @param origin where it stands
 * @param order the words that move together, outermost first
 */
public record Nesting(Origin origin, List<WordKind> order) {
    /** As a reader should see it: {@code @Nesting({TIMEOUT, RETRY})}. */
    public String text() {
        return "@Nesting(" + order.stream().map(WordKind::name).collect(Collectors.joining(", ", "{", "}")) + ")";
    }
}
