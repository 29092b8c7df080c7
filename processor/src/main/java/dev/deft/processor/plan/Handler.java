package dev.deft.processor.plan;

import dev.deft.processor.model.FailureTypes;
import dev.deft.processor.model.NamedMethod;
import java.util.Optional;

/**
 * One {@code @Fallback} or {@code @Recover}.
 *
 * @param text the annotation as written
 * @param method the method that it names
 * @param failures what it is called for
 * @param filter the constant that holds {@code failures}, when they take more than an {@code if} to tell
 */
public record Handler(String text, NamedMethod method, FailureTypes failures, Optional<String> filter) {}
