package dev.deft.processor.plan;

import dev.deft.processor.model.FailureTypes;

/**
 * A constant that holds the failures of a handler that looks along causes.
 *
 * @param name name of the constant
 * @param failures the failures
 */
public record FilterConstant(String name, FailureTypes failures) {}
