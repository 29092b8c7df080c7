package dev.deft.processor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Where a type stands that has lost its arguments, and all that is above it theirs. */
public final class RawTypes {
    private RawTypes() {}

    /** Whether a type is a generic one without arguments. */
    static boolean isRaw(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && declared.getTypeArguments().isEmpty()
                && !element.getTypeParameters().isEmpty();
    }

    /** Whether a type, seen as its supertype of this name, is raw. */
    public static boolean isRawAs(TypeMirror type, String name) {
        return seen(type, element -> element.getQualifiedName().contentEquals(name))
                .orElse(false);
    }

    /** Whether a call of a method through a type is unchecked: it has lost what its parameters were declared to be. */
    static boolean isUnchecked(DeclaredType type, ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC)
                && method.getParameters().stream().anyMatch(parameter -> isErasable(parameter.asType()))
                && seen(type, element -> element.equals(method.getEnclosingElement()))
                        .orElse(false);
    }

    private static boolean isErasable(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> true;
            case ARRAY -> isErasable(((ArrayType) type).getComponentType());
            default ->
                type instanceof DeclaredType declared
                        && !declared.getTypeArguments().isEmpty();
        };
    }

    /** Whether the supertype that is sought is raw; empty if it is not above. */
    private static Optional<Boolean> seen(TypeMirror type, Predicate<TypeElement> sought) {
        if (type.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        if (sought.test(element)) {
            return Optional.of(isRaw(type));
        }
        List<TypeMirror> above = new ArrayList<>(element.getInterfaces());
        above.add(element.getSuperclass());
        return above.stream()
                .flatMap(each -> seen(each, sought).stream())
                .findFirst()
                .map(raw -> raw || isRaw(type));
    }
}
