package dev.deft.processor.plan;

import dev.deft.processor.model.Word;
import java.util.Optional;

/**
 * A field that holds a policy, or the pool, of one method.
 *
 * @param name name of the field
 * @param constant the constant that names the method
 * @param word what it was made from
 * @param ordinal 1, and so on for repeated words
 * @param isStatic whether the method is static
 * @param shared the field of a lock that this one is too
 */
public record PolicyField(
        String name, String constant, Word word, int ordinal, boolean isStatic, Optional<PolicyField> shared) {}
