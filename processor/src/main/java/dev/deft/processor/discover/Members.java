package dev.deft.processor.discover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * once, and those that it inherits from several sides. Those of {@code java.lang.Object} are left out.
 */
final class Members {
    private final Lang lang;
    private final DeclaredType type;
    private final boolean fromBelow;
    private final List<TypeElement> family;
    private final Siblings siblings;
    private final Map<ExecutableElement, List<ExecutableElement>> methods = new LinkedHashMap<>();

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
        this.siblings = new Siblings(lang, type);
        List<List<ExecutableElement>> groups = new ArrayList<>();
        for (TypeElement each : this.family) {
            for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
                if (each.equals(element) || isInherited(method)) {
                    siblings.add(method, groups);
                }
            }
        }
        groups.forEach(group -> methods.put(siblings.mostSpecific(group), List.copyOf(group)));
    }

    /** The type itself, its superclasses, then all superinterfaces. */
    List<TypeElement> family() {
        return family;
    }

    /** All methods, private ones of the type itself included. */
    List<ExecutableElement> methods() {
        return List.copyOf(methods.keySet());
    }

    /** All that one of the methods stands for: itself, and those that are inherited beside it. */
    List<ExecutableElement> siblings(ExecutableElement method) {
        return methods.getOrDefault(method, List.of(method));
    }

    /** The methods of a name. */
    List<ExecutableElement> named(String name) {
        return methods.keySet().stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .toList();
    }

    /** A method's type as a member of this type, with inherited type parameters resolved. */
    ExecutableType typeOf(ExecutableElement method) {
        return siblings.typeOf(method, siblings(method));
    }

    /** What a method stands for, and the methods above that those override or implement, nearest first. */
    List<ExecutableElement> sources(ExecutableElement method) {
        Set<ExecutableElement> sources = new LinkedHashSet<>(siblings(method));
        siblings(method).forEach(each -> sources.addAll(overriddenBy(each)));
        return List.copyOf(sources);
    }

    /** Whether one of the methods is another, is inherited beside it, or overrides or implements it. */
    boolean standsFor(ExecutableElement method, ExecutableElement other) {
        return method.getSimpleName().equals(other.getSimpleName())
                && siblings(method).stream().anyMatch(each -> each.equals(other) || overrides(each, other));
    }

    /** ecj itself sees not all that overrides: not a default method, nor what a superclass has for an interface. */
    private boolean overrides(ExecutableElement method, ExecutableElement above) {
        return lang.elements.overrides(method, above, (TypeElement) type.asElement())
                || siblings.overrides(method, above);
    }

    private List<ExecutableElement> overriddenBy(ExecutableElement method) {
        return family.stream()
                .filter(each -> !each.equals(method.getEnclosingElement()))
                .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
                .filter(above -> above.getSimpleName().equals(method.getSimpleName()))
                .filter(above -> overrides(method, above))
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
