package dev.deft.processor.plan;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Whether a name alone says which method is meant. */
public final class Overloads {
    private Overloads() {}

    /** Whether a type has several methods of that name, inherited ones included. */
    public static boolean exist(TypeElement type, String name) {
        return count(type, name) > 1;
    }

    private static int count(TypeElement type, String name) {
        int count = 0;
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.METHOD && member.getSimpleName().contentEquals(name)) {
                count++;
            }
        }
        count += count(type.getSuperclass(), name);
        for (TypeMirror parent : type.getInterfaces()) {
            count += count(parent, name);
        }
        return count;
    }

    private static int count(TypeMirror parent, String name) {
        return parent instanceof DeclaredType declared ? count((TypeElement) declared.asElement(), name) : 0;
    }
}
