package dev.deft.processor.discover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Finds what the type parameters of a generic method stand for in a call, from its arguments. */
final class Inference {
    private final Lang lang;
    private final List<? extends TypeVariable> variables;
    private final Map<TypeVariable, TypeMirror> found = new HashMap<>();

    Inference(Lang lang, ExecutableType method) {
        this.lang = lang;
        this.variables = method.getTypeVariables();
    }

    /** Learns from one argument. */
    void learn(TypeMirror parameter, TypeMirror argument) {
        if (variables.isEmpty()) {
            return;
        }
        Optional<TypeVariable> variable = variable(parameter);
        if (variable.isPresent()) {
            if (!argument.getKind().isPrimitive() || !found.containsKey(variable.get())) {
                TypeMirror boxed = lang.boxed(argument);
                found.merge(variable.get(), boxed, (a, b) -> lang.types.isSubtype(a, b) ? b : a);
            }
        } else if (parameter instanceof DeclaredType declared && parameter.getKind() == TypeKind.DECLARED) {
            lang.as(argument, declared).ifPresent(seen -> learnEach(declared, seen));
        } else if (parameter instanceof ArrayType array && argument instanceof ArrayType given) {
            learn(array.getComponentType(), given.getComponentType());
        } else if (parameter instanceof WildcardType wildcard) {
            learnBound(wildcard.getExtendsBound(), argument);
            learnBound(wildcard.getSuperBound(), argument);
        }
    }

    /** Learns from what the call is to yield, where its arguments left something open. */
    void learnOpen(TypeMirror returned, TypeMirror wanted) {
        if (found.size() < variables.size()) {
            Map<TypeVariable, TypeMirror> before = Map.copyOf(found);
            learn(returned, wanted);
            found.putAll(before);
        }
    }

    private void learnEach(DeclaredType parameter, DeclaredType argument) {
        List<? extends TypeMirror> wanted = parameter.getTypeArguments();
        List<? extends TypeMirror> given = argument.getTypeArguments();
        for (int i = 0; i < wanted.size() && i < given.size(); i++) {
            learn(wanted.get(i), given.get(i));
        }
    }

    private void learnBound(@Nullable TypeMirror bound, TypeMirror argument) {
        if (bound == null) {
            return;
        }
        if (argument instanceof WildcardType wildcard) {
            TypeMirror inner =
                    wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
            if (inner != null) {
                learn(bound, inner);
            }
        } else {
            learn(bound, argument);
        }
    }

    /** Whether what was found lies within the type parameters' bounds. */
    boolean isWithinBounds() {
        return found.entrySet().stream()
                .allMatch(entry -> bounds(entry.getKey()).stream()
                        .allMatch(bound -> lang.types.isSubtype(entry.getValue(), apply(bound))));
    }

    private static List<? extends TypeMirror> bounds(TypeVariable variable) {
        TypeMirror bound = variable.getUpperBound();
        return bound instanceof IntersectionType both ? both.getBounds() : List.of(bound);
    }

    /** A type of the method's with its type parameters replaced by what they stand for, as far as that is known. */
    TypeMirror apply(TypeMirror type) {
        if (variables.isEmpty()) {
            return type;
        }
        Optional<TypeVariable> variable = variable(type);
        if (variable.isPresent()) {
            return found.getOrDefault(variable.get(), type);
        }
        if (type instanceof ArrayType array) {
            return lang.types.getArrayType(apply(array.getComponentType()));
        }
        if (type instanceof WildcardType wildcard) {
            return lang.types.getWildcardType(
                    applyBound(wildcard.getExtendsBound()), applyBound(wildcard.getSuperBound()));
        }
        if (type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && !declared.getTypeArguments().isEmpty()
                && declared.getEnclosingType().getKind() == TypeKind.NONE) {
            List<TypeMirror> arguments = new ArrayList<>();
            declared.getTypeArguments().forEach(argument -> arguments.add(apply(argument)));
            return lang.types.getDeclaredType((TypeElement) declared.asElement(), arguments.toArray(TypeMirror[]::new));
        }
        return type;
    }

    private @Nullable TypeMirror applyBound(@Nullable TypeMirror bound) {
        return bound == null ? null : apply(bound);
    }

    /** Whether a type is a type parameter of the method that nothing was learned about. */
    boolean isOpen(TypeMirror type) {
        return variable(type).filter(variable -> !found.containsKey(variable)).isPresent();
    }

    /** The method's type parameter that a type is. */
    private Optional<TypeVariable> variable(TypeMirror type) {
        if (type.getKind() != TypeKind.TYPEVAR) {
            return Optional.empty();
        }
        for (TypeVariable each : variables) {
            if (each.asElement().equals(((TypeVariable) type).asElement())) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
