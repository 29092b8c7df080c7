package dev.deft.processor.discover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The methods of a type: its own in source order, then what it inherits, nearest first; overridden and hidden ones only
 * once. Those of {@code java.lang.Object} are left out.
 */
final class Members {
    private final Lang lang;
    private final DeclaredType type;
    private final boolean fromBelow;
    private final List<TypeElement> family;
    private final List<ExecutableElement> methods = new ArrayList<>();

    Members(Lang lang, TypeElement element) {
        this(lang, element, false);
    }

    /**
     * For code beside the type or below it.
     *
     * @param fromBelow whether it is a subclass that calls the methods, on itself
     */
    Members(Lang lang, TypeElement element, boolean fromBelow) {
        this.lang = lang;
        this.fromBelow = fromBelow;
        this.type = (DeclaredType) element.asType();
        Set<TypeElement> family = new LinkedHashSet<>();
        superclasses(element, family);
        for (TypeElement each : List.copyOf(family)) {
            superinterfaces(each, family);
        }
        this.family = List.copyOf(family);
        for (TypeElement each : this.family) {
            for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
                if (each.equals(element)
                        || (isInherited(method) && methods.stream().noneMatch(m -> replaces(m, method)))) {
                    methods.add(method);
                }
            }
        }
    }

    /** The type itself, its superclasses, then all superinterfaces. */
    List<TypeElement> family() {
        return family;
    }

    /** All methods, private ones of the type itself included. */
    List<ExecutableElement> methods() {
        return methods;
    }

    /** The methods of a name. */
    List<ExecutableElement> named(String name) {
        return methods.stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .toList();
    }

    /** A method's type as a member of this type, with inherited type parameters resolved. */
    ExecutableType typeOf(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                ? (ExecutableType) method.asType()
                : (ExecutableType) lang.types.asMemberOf(type, method);
    }

    /** The methods above that a method of this type overrides or implements, nearest first. */
    List<ExecutableElement> overriddenBy(ExecutableElement method, TypeElement root) {
        return family.stream()
                .filter(each -> !each.equals(method.getEnclosingElement()))
                .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
                .filter(above -> above.getSimpleName().equals(method.getSimpleName()))
                .filter(above -> lang.elements.overrides(method, above, root))
                .toList();
    }

    /** Whether code in a package can call a method through this type, or inherits it. */
    boolean isCallableFrom(PackageElement where, ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        return modifiers.contains(Modifier.PUBLIC)
                || (fromBelow && modifiers.contains(Modifier.PROTECTED))
                || (!modifiers.contains(Modifier.PRIVATE)
                        && lang.elements.getPackageOf(method).equals(where));
    }

    private boolean isInherited(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        boolean inInterface = Lang.declaringType(method).getKind().isInterface();
        return !modifiers.contains(Modifier.PRIVATE) && !(inInterface && modifiers.contains(Modifier.STATIC));
    }

    private boolean replaces(ExecutableElement nearer, ExecutableElement method) {
        return nearer.getSimpleName().equals(method.getSimpleName())
                && nearer.getParameters().size() == method.getParameters().size()
                && !nearer.getModifiers().contains(Modifier.PRIVATE)
                && lang.types.isSubsignature(typeOf(nearer), typeOf(method));
    }

    private void superclasses(TypeElement element, Set<TypeElement> family) {
        TypeElement at = element;
        while (!at.getQualifiedName().contentEquals("java.lang.Object") && family.add(at)) {
            if (!(at.getSuperclass() instanceof DeclaredType above) || above.getKind() != TypeKind.DECLARED) {
                return;
            }
            at = (TypeElement) above.asElement();
        }
    }

    private void superinterfaces(TypeElement element, Set<TypeElement> family) {
        for (TypeMirror above : element.getInterfaces()) {
            if (above.getKind() == TypeKind.DECLARED
                    && ((DeclaredType) above).asElement() instanceof TypeElement type
                    && type.getKind() != ElementKind.CLASS
                    && family.add(type)) {
                superinterfaces(type, family);
            }
        }
    }
}
