package dev.deft.processor.plan;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Types as short texts, type arguments left out. */
final class TypeTexts {
    private TypeTexts() {}

    /** {@code Order}, {@code Order[]}, {@code T}. */
    static String simple(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> simple(((ArrayType) type).getComponentType()) + "[]";
            case DECLARED, ERROR ->
                ((DeclaredType) type).asElement().getSimpleName().toString();
            case TYPEVAR -> ((TypeVariable) type).asElement().getSimpleName().toString();
            default -> type.getKind().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** {@code shop.Order}, {@code shop.Order[]}; of a type variable its first bound, so that the text is unique. */
    static String erased(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> erased(((ArrayType) type).getComponentType()) + "[]";
            case DECLARED, ERROR -> qualified((DeclaredType) type);
            case TYPEVAR -> erased(firstBound((TypeVariable) type));
            default -> simple(type);
        };
    }

    /** {@code Order}, {@code OrderArray}, {@code Int}: a part of a name. */
    static String capitalised(String text) {
        String name = text.replace("[]", "Array").replace(".", "_");
        int first = name.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(name.substring(Character.charCount(first)))
                .toString();
    }

    static TypeMirror firstBound(TypeVariable type) {
        return ((TypeParameterElement) type.asElement()).getBounds().get(0);
    }

    private static String qualified(DeclaredType type) {
        return type.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : type.toString();
    }
}
