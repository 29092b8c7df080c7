package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.report.AnnotationText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one annotation, defaults included. A value that the compiler itself refuses (a number where a text
 * belongs, an unknown class) is replaced by the default, and the annotation counts as {@link #broken}: the compiler
 * says why.
 */
final class Values {
    private final Mark mark;
    private boolean broken;

    Values(Mark mark) {
        this.mark = mark;
    }

    /** Whether the compiler will refuse one of the values that were asked for. */
    boolean broken() {
        return broken;
    }

    /** The annotation with this attribute alone: {@code @Retry(attempts = 0)}. */
    String text(String attribute) {
        return AnnotationText.of(mark.mirror(), attribute);
    }

    /** The place of an attribute, as near as it is known. */
    Origin origin(String attribute) {
        return isOwn() ? mark.origin().at(attribute) : mark.origin();
    }

    /** The place of one item of a list. */
    Origin origin(String attribute, int index) {
        AnnotationValue value = written(attribute);
        return isOwn()
                        && value != null
                        && value.getValue() instanceof List<?> list
                        && list.size() > 1
                        && list.get(index) instanceof AnnotationValue item
                ? new Origin(mark.origin().element(), mark.mirror(), item)
                : origin(attribute);
    }

    private boolean isOwn() {
        return mark.mirror().equals(mark.origin().mirror());
    }

    boolean isWritten(String attribute) {
        return written(attribute) != null;
    }

    int integer(String attribute) {
        return value(attribute, Integer.class).orElse(0);
    }

    double real(String attribute) {
        return value(attribute, Number.class).map(Number::doubleValue).orElse(0.0);
    }

    boolean truth(String attribute) {
        return value(attribute, Boolean.class).orElse(false);
    }

    String string(String attribute) {
        return value(attribute, String.class).orElse("");
    }

    /** The name under which state is shared; empty when it is left empty. */
    Optional<String> name() {
        return optional("name");
    }

    /** A text; empty when it is left empty. */
    Optional<String> optional(String attribute) {
        return Optional.of(string(attribute)).filter(text -> !text.isEmpty());
    }

    /** How many calls may wait; empty for no bound. */
    OptionalInt maxQueue() {
        int maxQueue = integer("maxQueue");
        return maxQueue == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(maxQueue);
    }

    /** The name of an enum's constant. */
    String constant(String attribute) {
        return value(attribute, VariableElement.class)
                .map(constant -> constant.getSimpleName().toString())
                .orElse("");
    }

    List<String> constants(String attribute) {
        return list(attribute, VariableElement.class).stream()
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    List<String> strings(String attribute) {
        return list(attribute, String.class);
    }

    Optional<TypeMirror> type(String attribute) {
        return value(attribute, TypeMirror.class);
    }

    List<TypeMirror> types(String attribute) {
        return list(attribute, TypeMirror.class);
    }

    private <T> Optional<T> value(String attribute, Class<T> kind) {
        AnnotationValue value = written(attribute);
        if (value != null) {
            Optional<T> read = read(value, kind);
            if (read.isPresent()) {
                return read;
            }
            broken = true;
        }
        AnnotationValue standard = standard(attribute);
        return standard == null ? Optional.empty() : read(standard, kind);
    }

    private <T> List<T> list(String attribute, Class<T> kind) {
        AnnotationValue written = written(attribute);
        AnnotationValue value = written == null ? standard(attribute) : written;
        if (value == null) {
            return List.of();
        }
        List<?> items = value.getValue() instanceof List<?> list ? list : List.of(value);
        List<T> read = items.stream()
                .map(item -> item instanceof AnnotationValue one ? one : null)
                .filter(Objects::nonNull)
                .flatMap(item -> read(item, kind).stream())
                .toList();
        broken |= read.size() < items.size();
        return read;
    }

    private static <T> Optional<T> read(AnnotationValue value, Class<T> kind) {
        Object held = value.getValue();
        if (held instanceof List<?> list && list.size() == 1 && list.get(0) instanceof AnnotationValue only) {
            held = only.getValue();
        }
        if (held instanceof TypeMirror type && type.getKind() == TypeKind.ERROR) {
            return Optional.empty();
        }
        return kind.isInstance(held) ? Optional.of(kind.cast(held)) : Optional.empty();
    }

    private @Nullable AnnotationValue written(String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mark.mirror().getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private @Nullable AnnotationValue standard(String attribute) {
        AnnotationMirror mirror = mark.mirror();
        return ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(attribute))
                .map(ExecutableElement::getDefaultValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
