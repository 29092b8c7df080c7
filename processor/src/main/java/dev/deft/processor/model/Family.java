package dev.deft.processor.model;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A type with all above it. */
public final class Family {
    private Family() {}

    /** The type itself, its superclasses and all superinterfaces, each once. */
    public static Set<TypeElement> of(TypeElement type) {
        Set<TypeElement> family = new LinkedHashSet<>();
        add(type.asType(), family);
        return family;
    }

    /** All methods that they declare, overridden ones included. */
    public static Stream<ExecutableElement> methods(TypeElement type) {
        return of(type).stream().flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream());
    }

    private static void add(TypeMirror type, Set<TypeElement> family) {
        if (type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type).asElement() instanceof TypeElement element
                && family.add(element)) {
            add(element.getSuperclass(), family);
            element.getInterfaces().forEach(above -> add(above, family));
        }
    }
}
