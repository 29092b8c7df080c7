package dev.deft.processor.plan;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * The type variables that arguments of a type determine. Wildcards are not looked into: what stands below one is only
 * bounded by the argument.
 */
final class MentionedVariables {
    private MentionedVariables() {}

    static void in(TypeMirror type, Set<Element> found) {
        switch (type.getKind()) {
            case TYPEVAR -> found.add(((TypeVariable) type).asElement());
            case ARRAY -> in(((ArrayType) type).getComponentType(), found);
            case DECLARED -> {
                DeclaredType declared = (DeclaredType) type;
                declared.getTypeArguments().forEach(argument -> in(argument, found));
                if (declared.getEnclosingType().getKind() == TypeKind.DECLARED) {
                    in(declared.getEnclosingType(), found);
                }
            }
            default -> {}
        }
    }
}
