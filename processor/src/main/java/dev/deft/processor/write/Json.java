package dev.deft.processor.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Values as JSON (RFC 8259), the same text each time: a map is an object, a list an array, an empty {@code Optional}
 * null.
 */
final class Json {
    private static final String INDENT = "  ";

    private Json() {}

    /** A whole file. */
    static String file(Map<String, ?> object) {
        return text(object, "") + "\n";
    }

    private static String text(Object value, String margin) {
        return switch (value) {
            case Map<?, ?> object -> object(object, margin);
            case List<?> array -> array(array, margin);
            case Optional<?> optional -> optional.isPresent() ? text(optional.get(), margin) : "null";
            case OptionalInt optional -> optional.isPresent() ? String.valueOf(optional.getAsInt()) : "null";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case String string -> quoted(string);
            default ->
                throw new IllegalArgumentException(
                        "no JSON for " + value.getClass().getName());
        };
    }

    private static String object(Map<?, ?> object, String margin) {
        String inner = margin + INDENT;
        return object.entrySet().stream()
                .map(entry -> inner + quoted(String.valueOf(entry.getKey())) + ": " + text(entry.getValue(), inner))
                .collect(Collectors.joining(",\n", "{\n", "\n" + margin + "}"));
    }

    /** Objects have lines of their own; whatever else there is stands in one. */
    private static String array(List<?> array, String margin) {
        if (array.isEmpty() || !(array.get(0) instanceof Map)) {
            return array.stream().map(each -> text(each, margin)).collect(Collectors.joining(", ", "[", "]"));
        }
        String inner = margin + INDENT;
        return array.stream()
                .map(each -> inner + text(each, inner))
                .collect(Collectors.joining(",\n", "[\n", "\n" + margin + "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPlain(letter)) {
                        quoted.appendCodePoint(letter);
                    } else {
                        quoted.append(String.format("\\u%04x", letter));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /** Half of a pair of surrogates has no UTF-8. */
    private static boolean isPlain(int letter) {
        return letter >= ' ' && letter != 0x7f && (letter > 0xffff || !Character.isSurrogate((char) letter));
    }
}
