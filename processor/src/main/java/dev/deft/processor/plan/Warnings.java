package dev.deft.processor.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * What compilers would say of generated code although it only repeats what the user wrote: a raw type in a signature
 * stays raw, or callers and overriders would not fit; a type marked for removal can be named in no other way. Everywhere
 * else generated code has nothing to be warned of, and suppresses nothing.
 */
final class Warnings {
    private final Set<String> found = new TreeSet<>();
    private final Set<Element> seen = new HashSet<>();

    private Warnings() {}

    /** The warnings that mentioning these types causes, in the order of their names. */
    static Set<String> ofMentioning(Collection<? extends TypeMirror> types, boolean deprecatedAnyway) {
        Warnings warnings = new Warnings();
        types.forEach(warnings::mention);
        if (deprecatedAnyway) {
            warnings.found.remove("deprecation");
        }
        return warnings.found;
    }

    /** The {@code @Deprecated} of an element or of a type around it. */
    static Optional<AnnotationMirror> deprecation(Element element) {
        for (Element at = element; at != null && at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
            Optional<AnnotationMirror> own = ownDeprecation(at);
            if (own.isPresent()) {
                return own;
            }
        }
        return Optional.empty();
    }

    /** The {@code @Deprecated} of an element itself. */
    static Optional<AnnotationMirror> ownDeprecation(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (MethodNames.is(mirror.getAnnotationType(), "java.lang.Deprecated")) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    /** Whether a {@code @Deprecated} says that the element will go. */
    static boolean isForRemoval(AnnotationMirror deprecated) {
        return deprecated.getElementValues().entrySet().stream()
                .anyMatch(entry -> entry.getKey().getSimpleName().contentEquals("forRemoval")
                        && Boolean.TRUE.equals(entry.getValue().getValue()));
    }

    /** Whether an array of these could be told from an array of others at run time. */
    static boolean isReifiable(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> false;
            case ARRAY -> isReifiable(((ArrayType) type).getComponentType());
            case DECLARED -> {
                DeclaredType declared = (DeclaredType) type;
                boolean unbounded = declared.getTypeArguments().stream()
                        .allMatch(argument -> argument instanceof WildcardType wildcard
                                && wildcard.getExtendsBound() == null
                                && wildcard.getSuperBound() == null);
                yield unbounded && (isStatic(declared) || isReifiable(declared.getEnclosingType()));
            }
            default -> true;
        };
    }

    private static boolean isStatic(DeclaredType type) {
        return type.asElement().getModifiers().contains(Modifier.STATIC);
    }

    private void mention(TypeMirror type) {
        switch (type.getKind()) {
            case ARRAY -> mention(((ArrayType) type).getComponentType());
            case DECLARED -> mention((DeclaredType) type);
            case WILDCARD -> {
                WildcardType wildcard = (WildcardType) type;
                mentionIfPresent(wildcard.getExtendsBound());
                mentionIfPresent(wildcard.getSuperBound());
            }
            case TYPEVAR -> {
                // Bounds are mentioned where the variable is declared.
            }
            case INTERSECTION -> ((IntersectionType) type).getBounds().forEach(this::mention);
            default -> {}
        }
    }

    /** The bounds of type variables that are declared here. */
    static Set<String> ofDeclaring(Collection<TypeParameterElement> variables, boolean deprecatedAnyway) {
        List<TypeMirror> bounds = variables.stream()
                .<TypeMirror>flatMap(variable -> variable.getBounds().stream())
                .toList();
        return ofMentioning(bounds, deprecatedAnyway);
    }

    private void mentionIfPresent(@org.jspecify.annotations.Nullable TypeMirror type) {
        if (type != null) {
            mention(type);
        }
    }

    private void mention(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
            found.add("rawtypes");
        }
        if (seen.add(element)) {
            deprecation(element).ifPresent(mirror -> found.add(isForRemoval(mirror) ? "removal" : "deprecation"));
        }
        if (type.getEnclosingType().getKind() == TypeKind.DECLARED) {
            mention(type.getEnclosingType());
        }
        type.getTypeArguments().forEach(this::mention);
    }
}
