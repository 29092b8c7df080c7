package dev.deft.processor.plan;

/**
 * One step of the effective order.
 *
 * @param code the annotation as written
 * @param note what it comes to, in words; may be empty
 */
public record Step(String code, String note) {}
