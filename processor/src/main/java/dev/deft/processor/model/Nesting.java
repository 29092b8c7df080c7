package dev.deft.processor.model;

import java.util.List;

/**
 * {@code @Nesting} as it applies to a method.
 *
 * @param origin where it stands
 * @param order the words that move together, outermost first
 */
public record Nesting(Origin origin, List<WordKind> order) {}
