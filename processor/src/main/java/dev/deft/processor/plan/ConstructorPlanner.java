package dev.deft.processor.plan;

import dev.deft.processor.model.Family;
import dev.deft.processor.model.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Plans the constructors of a wrapper that extends its class. */
final class ConstructorPlanner {
    private final TaskType type;
    private final TypeVariables outer;
    private final boolean typeDeprecated;

    ConstructorPlanner(TaskType type, TypeVariables outer, boolean typeDeprecated) {
        this.type = type;
        this.outer = outer;
        this.typeDeprecated = typeDeprecated;
    }

    /**
     * The plans, in the order of declaration.
     *
     * @param ownWarnings what constructors would be warned of because of the policies that they make
     */
    List<ConstructorPlan> plan(List<String> ownWarnings) {
        return type.constructors().stream()
                .map(constructor -> plan(constructor, ownWarnings))
                .toList();
    }

    private ConstructorPlan plan(ExecutableElement constructor, List<String> ownWarnings) {
        Optional<AnnotationMirror> deprecated = Warnings.ownDeprecation(constructor);
        boolean deprecatedAnyway = typeDeprecated || deprecated.isPresent();
        List<TypeMirror> mentioned = new ArrayList<>(constructor.getThrownTypes());
        constructor.getParameters().stream().map(Element::asType).forEach(mentioned::add);
        Set<String> factoryWarnings = Warnings.ofMentioning(mentioned, deprecatedAnyway);
        factoryWarnings.addAll(Warnings.ofDeclaring(List.copyOf(constructor.getTypeParameters()), deprecatedAnyway));
        if (deprecated.filter(Warnings::isForRemoval).isPresent()) {
            factoryWarnings.add("removal");
        }
        Set<String> warnings = new TreeSet<>(factoryWarnings);
        warnings.addAll(ownWarnings);
        if (RawTypes.isUnchecked(type.type(), constructor)) {
            warnings.add("unchecked");
        }
        return new ConstructorPlan(
                constructor,
                new TypeVariables(List.copyOf(constructor.getTypeParameters()), Map.copyOf(outer.renamed())),
                deprecated,
                List.copyOf(warnings),
                List.copyOf(factoryWarnings),
                hasFactory(constructor),
                constructor.isVarArgs() && Warnings.isReifiable(item(constructor)));
    }

    /** {@code of} is left out where it would meet one of the class, or two declarations of type variables. */
    private boolean hasFactory(ExecutableElement constructor) {
        return constructor.getTypeParameters().isEmpty()
                && Family.methods(type.element())
                        .filter(method -> method.getSimpleName().contentEquals("of"))
                        .noneMatch(method -> erased(method).equals(erased(constructor)));
    }

    private static TypeMirror item(ExecutableElement varargs) {
        return ((ArrayType) varargs.getParameters().getLast().asType()).getComponentType();
    }

    private static List<String> erased(ExecutableElement element) {
        return element.getParameters().stream()
                .map(parameter -> TypeTexts.erased(parameter.asType()))
                .toList();
    }
}
