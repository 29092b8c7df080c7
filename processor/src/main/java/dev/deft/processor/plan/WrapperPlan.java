package dev.deft.processor.plan;

import dev.deft.processor.model.TaskType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;

/**
 * All that is decided about a wrapper before it is written.
 *
 * @param type what was read
 * @param typeVariables its type variables
 * @param isPublic whether the wrapper is public
 * @param fields the names of its own fields
 * @param constructors the constructors of the class that it repeats; empty if it does not extend it
 * @param factory whether it has {@code of}
 * @param faults whether it asks for faults before it calls a body
 * @param deprecated the wrapped type's {@code @Deprecated}
 * @param warnings what its head alone would be warned of
 * @param constructorWarnings the same for its constructor
 * @param filters its failure filters
 * @param policies its policies
 * @param methods its methods, in declaration order
 * @param qualified simple names that mean something else inside the wrapper, and are never imported
 * @param packageDeclares whether the wrapper's package declares a type of that name
 */
public record WrapperPlan(
        TaskType type,
        TypeVariables typeVariables,
        boolean isPublic,
        FieldNames fields,
        List<ConstructorPlan> constructors,
        boolean factory,
        boolean faults,
        Optional<AnnotationMirror> deprecated,
        List<String> warnings,
        List<String> constructorWarnings,
        List<FilterConstant> filters,
        List<PolicyField> policies,
        List<MethodPlan> methods,
        Set<String> qualified,
        Predicate<String> packageDeclares) {}
