package dev.deft.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The user's annotations, written again. */
final class Annotations {
    private Annotations() {}

    /** The same annotation with the same values. */
    static AnnotationSpec copy(AnnotationMirror mirror) {
        ClassName type = ClassName.get((TypeElement) mirror.getAnnotationType().asElement());
        AnnotationSpec.Builder copy = AnnotationSpec.builder(type);
        mirror.getElementValues().forEach((attribute, value) -> {
            String name = attribute.getSimpleName().toString();
            if (value.getValue() instanceof List<?> items && !items.isEmpty()) {
                items.forEach(item -> copy.addMember(name, literal(((AnnotationValue) item).getValue())));
            } else {
                copy.addMember(name, literal(value.getValue()));
            }
        });
        return copy.build();
    }

    /** The types that it cannot be written without. */
    static Stream<TypeElement> mentioned(AnnotationMirror mirror) {
        return Stream.concat(
                Stream.of((TypeElement) mirror.getAnnotationType().asElement()),
                mirror.getElementValues().values().stream().flatMap(value -> mentionedIn(value.getValue())));
    }

    private static Stream<TypeElement> mentionedIn(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().flatMap(item -> mentionedIn(((AnnotationValue) item).getValue()));
        }
        if (value instanceof AnnotationMirror mirror) {
            return mentioned(mirror);
        }
        if (value instanceof ArrayType array) {
            return mentionedIn(array.getComponentType());
        }
        TypeMirror type = value instanceof VariableElement constant
                ? constant.asType()
                : value instanceof TypeMirror literal ? literal : null;
        return type instanceof DeclaredType declared ? Stream.of((TypeElement) declared.asElement()) : Stream.empty();
    }

    private static CodeBlock literal(Object value) {
        if (value instanceof TypeMirror type) {
            return CodeBlock.of("$T.class", erased(type));
        }
        if (value instanceof VariableElement constant) {
            return CodeBlock.of("$T.$N", TypeNames.raw(constant.asType()), constant.getSimpleName());
        }
        if (value instanceof AnnotationMirror mirror) {
            return CodeBlock.of("$L", copy(mirror));
        }
        return CodeBlock.of("$L", text(value));
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return Literals.of(text);
        }
        if (value instanceof Character letter) {
            return Literals.of((char) letter);
        }
        if (value instanceof Double number) {
            return Literals.of((double) number);
        }
        if (value instanceof Float number) {
            return Literals.of((float) number);
        }
        if (value instanceof List<?>) {
            return "{}";
        }
        return value instanceof Long number ? number + "L" : value.toString();
    }

    private static TypeName erased(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> ArrayTypeName.of(erased(((ArrayType) type).getComponentType()));
            case DECLARED -> TypeNames.raw(type);
            default -> TypeName.get(type);
        };
    }
}
