package dev.deft.processor.write;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Names of classes as the virtual machine knows them, no two alike: {@code shop.Outer$Inner}. */
final class BinaryNames {
    private BinaryNames() {}

    static String of(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                ? of(outer) + "$" + type.getSimpleName()
                : type.getQualifiedName().toString();
    }

    /** Of a class of failures. */
    static String of(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? of(element)
                : type.toString();
    }
}
