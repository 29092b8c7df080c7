package dev.deft.processor.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Annotations as a person would write them: only what was written, in simple names, the same under each compiler. */
public final class AnnotationText {
    private AnnotationText() {}

    /** {@code @Retry(attempts = 4, on = IOException.class)}. */
    public static String of(AnnotationMirror mirror) {
        Map<? extends ExecutableElement, ? extends AnnotationValue> values = mirror.getElementValues();
        String name = "@" + mirror.getAnnotationType().asElement().getSimpleName();
        if (values.isEmpty()) {
            return name;
        }
        if (values.size() == 1
                && values.keySet().iterator().next().getSimpleName().contentEquals("value")) {
            return name + "(" + text("value", values.values().iterator().next()) + ")";
        }
        return values.entrySet().stream()
                .map(entry -> attribute(entry.getKey().getSimpleName().toString(), entry.getValue()))
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    /** {@code @Retry(attempts = 0)}: one attribute alone. */
    public static String of(AnnotationMirror mirror, String attribute) {
        String name = "@" + mirror.getAnnotationType().asElement().getSimpleName();
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                .findFirst()
                .map(entry -> attribute.equals("value")
                        ? name + "(" + text(attribute, entry.getValue()) + ")"
                        : name + "(" + attribute(attribute, entry.getValue()) + ")")
                .orElse(name);
    }

    private static String attribute(String name, AnnotationValue value) {
        return name + " = " + text(name, value);
    }

    private static String text(String attribute, AnnotationValue value) {
        Object held = value.getValue();
        if (held instanceof List<?> list) {
            List<String> items = list.stream()
                    .map(item -> text(attribute, (AnnotationValue) item))
                    .toList();
            return items.size() == 1 ? items.get(0) : "{" + String.join(", ", items) + "}";
        }
        if (held instanceof Integer number && number == -1 && attribute.equals("attempts")) {
            return "Retry.UNLIMITED";
        }
        if (held instanceof String text) {
            return quoted(text);
        }
        if (held instanceof VariableElement constant) {
            return constant.getSimpleName().toString();
        }
        if (held instanceof TypeMirror type) {
            return simple(type) + ".class";
        }
        return held instanceof AnnotationMirror mirror ? of(mirror) : String.valueOf(held);
    }

    private static String simple(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? declared.asElement().getSimpleName().toString()
                : type.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
