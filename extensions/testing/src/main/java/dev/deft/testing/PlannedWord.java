package dev.deft.testing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A word of a plan.
 *
 * @param name the annotation's, with a small letter
 * @param values by attribute: texts, {@link BigDecimal}s, booleans, lists of them, and null for what there is none of
 */
record PlannedWord(String name, Map<String, @Nullable Object> values) {
    /** Whether an attribute has a value. */
    boolean has(String attribute, @Nullable Object expected) {
        return values.containsKey(attribute) && same(values.get(attribute), expected);
    }

    private static boolean same(@Nullable Object value, @Nullable Object expected) {
        if (value == null || expected == null) {
            return value == null && expected == null;
        }
        if (expected instanceof Number number) {
            return value instanceof BigDecimal decimal && decimal.compareTo(new BigDecimal(number.toString())) == 0;
        }
        if (value instanceof List<?> list) {
            List<?> wanted = expected instanceof Collection<?> several ? List.copyOf(several) : List.of(expected);
            return texts(list).equals(texts(wanted));
        }
        return text(value).equals(text(expected));
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(PlannedWord::text).toList();
    }

    /** As it stands in the plan. */
    private static String text(Object value) {
        return switch (value) {
            case Class<?> type -> type.getName();
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }

    /** The name, and each value that there is. */
    @Override
    public String toString() {
        String present = values.entrySet().stream()
                .filter(each -> each.getValue() != null && !each.getValue().equals(List.of()))
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(", "));
        return present.isEmpty() ? name : name + ": " + present;
    }
}
