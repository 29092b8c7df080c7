package dev.deft.processor.discover;

import dev.deft.processor.model.RuntimeNames;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Questions about Java's types that the readers share. */
final class Lang {
    final Elements elements;
    final Types types;

    Lang(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** A type as code in the module of another sees it; null when it does not. */
    @Nullable
    TypeElement typeSeenFrom(Element from, String name) {
        ModuleElement module = elements.getModuleOf(from);
        return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
    }

    /** A type of the JDK that every module sees. */
    TypeMirror known(String name) {
        TypeElement element = elements.getTypeElement(name);
        if (element == null) {
            throw new IllegalStateException(name + " is not found");
        }
        return types.getDeclaredType(element);
    }

    /**
     * Whether a value of one type can be handed to a parameter of another without a cast and without an unchecked
     * warning.
     */
    boolean fits(TypeMirror value, TypeMirror parameter) {
        if (value.getKind() == TypeKind.VOID || parameter.getKind() == TypeKind.VOID) {
            return value.getKind() == parameter.getKind();
        }
        if (parameter.getKind().isPrimitive()) {
            return types.isAssignable(value, parameter);
        }
        return types.isSubtype(boxed(value), parameter);
    }

    /** The type as a reference type. */
    TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    /** Whether it is the type of this name. */
    static boolean is(TypeMirror type, String name) {
        return type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type).asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(name);
    }

    /** Whether the wrapper supplies parameters of this type. */
    static boolean isInjected(TypeMirror type) {
        return is(type, RuntimeNames.TASK_CONTEXT) || is(type, RuntimeNames.DEFER);
    }

    /** A class that an annotation's default names, as the compiler knows it: ecj hands out a stand-in for it. */
    TypeMirror settled(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            TypeElement known = elements.getTypeElement(element.getQualifiedName());
            return known == null ? type : types.erasure(known.asType());
        }
        return type;
    }

    boolean isSubtype(TypeMirror type, String name) {
        return types.isSubtype(types.erasure(type), types.erasure(known(name)));
    }

    /** Whether a method has to declare it. */
    boolean isChecked(TypeMirror failure) {
        return !isSubtype(failure, "java.lang.RuntimeException") && !isSubtype(failure, "java.lang.Error");
    }

    /** The type seen as one of its supertypes: {@code ArrayList<String>} as a {@code Collection}. */
    Optional<DeclaredType> as(TypeMirror type, TypeMirror supertype) {
        TypeMirror wanted = types.erasure(supertype);
        if (type.getKind() == TypeKind.DECLARED && types.isSameType(types.erasure(type), wanted)) {
            return Optional.of((DeclaredType) type);
        }
        if (type.getKind().isPrimitive() || !types.isSubtype(types.erasure(type), wanted)) {
            return Optional.empty();
        }
        for (TypeMirror above : types.directSupertypes(type)) {
            Optional<DeclaredType> found = as(above, supertype);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What a {@code Future<? extends Receipt>} holds. */
    TypeMirror onlyArgument(DeclaredType type) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.size() != 1) {
            return known("java.lang.Object");
        }
        if (arguments.get(0) instanceof WildcardType wildcard) {
            TypeMirror bound = wildcard.getExtendsBound();
            return bound == null ? known("java.lang.Object") : bound;
        }
        return arguments.get(0);
    }

    /** The type that declares a method. */
    static TypeElement declaringType(ExecutableElement method) {
        return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    }

    /** The type that declares an element, or the element itself when it is a type. */
    static @Nullable TypeElement typeAround(Element element) {
        Element at = element;
        while (at != null && !(at instanceof TypeElement)) {
            at = at.getEnclosingElement();
        }
        return (TypeElement) at;
    }

    /** The first type in it that the compiler does not know (yet). */
    static Optional<String> unknownIn(TypeMirror type) {
        return type.accept(new UnknownTypes(), null);
    }
}
