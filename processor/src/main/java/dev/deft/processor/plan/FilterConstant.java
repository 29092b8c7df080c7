package dev.deft.processor.plan;

import dev.deft.processor.model.FailureTypes;
import java.util.List;

/**
 * A constant that holds the failures of a handler that looks along causes.
 *
 * @param name name of the constant
 * @param failures the failures
 * @param warnings what naming them is warned of
 */
public record FilterConstant(String name, FailureTypes failures, List<String> warnings) {}
