package dev.deft.processor.plan;

/**
 * The names of the wrapper's own fields.
 *
 * @param target the wrapped object
 * @param deft its runtime
 */
public record FieldNames(String target, String deft) {}
