package dev.deft.processor.plan;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/**
 * A constructor of a wrapper that extends its class: one of the class, with a runtime as its last parameter.
 *
 * @param element the constructor of the class
 * @param typeVariables its own type variables
 * @param deprecated the user's {@code @Deprecated}
 * @param warnings what it would be warned of
 * @param factoryWarnings the same for {@code of}
 * @param factory whether there is an {@code of} with its parameters
 * @param factoryVarargs whether that takes any number of the last one: not where such an array would be unchecked
 */
public record ConstructorPlan(
        ExecutableElement element,
        TypeVariables typeVariables,
        Optional<AnnotationMirror> deprecated,
        List<String> warnings,
        List<String> factoryWarnings,
        boolean factory,
        boolean factoryVarargs) {}
