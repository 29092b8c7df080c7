package dev.deft.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * A type that gets a wrapper.
 *
 * @param element the wrapped type
 * @param type its type, with its own type parameters as arguments (and those of its enclosing types, for an inner class)
 * @param packageName its package, empty for the unnamed one
 * @param wrapperName the simple name of the wrapper
 * @param constructors the constructors that its wrapper repeats because it extends the type; empty if it does not
 * @param implemented the interface that the wrapper implements: the type itself or the one that {@code @Tasks(as)} names
 * @param pinned whether its annotations hold whatever anybody sets
 * @param methods its methods, in declaration order, own ones first
 * @param generatedAnnotation the JDK's {@code @Generated}, when the compiled module sees it
 * @param seesChannels whether the compiled module sees deft-channels
 */
public record TaskType(
        TypeElement element,
        DeclaredType type,
        String packageName,
        String wrapperName,
        List<ExecutableElement> constructors,
        Optional<DeclaredType> implemented,
        boolean pinned,
        List<TaskMethod> methods,
        Optional<TypeElement> generatedAnnotation,
        boolean seesChannels) {
    /** The type's name as sources write it. */
    public String qualifiedName() {
        return qualifiedName(element);
    }

    /** From outside in: ecj takes a dollar in the name of a class for a border between classes. */
    private static String qualifiedName(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                ? qualifiedName(outer) + "." + type.getSimpleName()
                : type.getQualifiedName().toString();
    }

    /** Whether a wrapper object holds an object of the wrapped type. */
    public boolean hasTarget() {
        return !isSubclassed() && !methods.stream().allMatch(TaskMethod::isStatic);
    }

    /** Whether the wrapper extends the type and overrides its methods. */
    public boolean isSubclassed() {
        return !constructors.isEmpty();
    }

    /** Whether a wrapper that extends the type would have a method of this name from it. */
    public boolean inheritsMethod(String name) {
        return isSubclassed()
                && Family.methods(element)
                        .anyMatch(method -> method.getSimpleName().contentEquals(name));
    }

    /** The same type with a wrapper that stands beside it. */
    public TaskType withoutSubclass() {
        return with(List.of(), implemented, methods);
    }

    /** The same type with other methods, of which its wrapper implements this interface. */
    public TaskType with(Optional<DeclaredType> otherImplemented, List<TaskMethod> otherMethods) {
        return with(constructors, otherImplemented, otherMethods);
    }

    private TaskType with(
            List<ExecutableElement> otherConstructors,
            Optional<DeclaredType> otherImplemented,
            List<TaskMethod> otherMethods) {
        return new TaskType(
                element,
                type,
                packageName,
                wrapperName,
                otherConstructors,
                otherImplemented,
                pinned,
                otherMethods,
                generatedAnnotation,
                seesChannels);
    }
}
