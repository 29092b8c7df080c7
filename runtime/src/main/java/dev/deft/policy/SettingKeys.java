package dev.deft.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of settings.
 *
 * <pre>
 * deft.enabled                                     all that can be switched off
 * deft.retryBudget                                 the budget of all retries and hedges
 * deft.defaults.retry.attempts                     every &#64;Retry
 * deft.shared.db.limit.value                       every &#64;Limit that is named "db"
 * deft.PaymentService.retry.attempts               every &#64;Retry of the class
 * deft.PaymentService.charge.retry.attempts        that of the method
 * deft.PaymentService.charge(Order).limit.2.value  the second &#64;Limit of an overload
 * deft.shop.PaymentService.charge.enabled          all of the method that can be switched off
 * </pre>
 */
final class SettingKeys {
    /** The one attribute of the runtime itself. */
    static final String RETRY_BUDGET = "retryBudget";

    static final String DEFAULTS = "defaults";
    static final String SHARED = "shared";

    private static final String PREFIX = "deft";

    private SettingKeys() {}

    /**
     * Understands a key.
     *
     * @return nothing if it is none of ours
     * @throws IllegalArgumentException if it cannot be, or the value is none for it
     */
    static Optional<Setting> read(String key, String value) {
        int dot = key.indexOf('.');
        String first = dot < 0 ? key : key.substring(0, dot);
        if (!first.equalsIgnoreCase(PREFIX)) {
            return Optional.empty();
        }
        if (!first.equals(PREFIX)) {
            throw new IllegalArgumentException("did you mean " + PREFIX + key.substring(first.length()) + "?");
        }
        return Optional.of(parse(key, dot < 0 ? List.of() : segments(key.substring(dot + 1)), value));
    }

    /** Splits at the dots, but for those in the types of parameters. */
    private static List<String> segments(String rest) {
        int behindParameters = rest.lastIndexOf(')') + 1;
        int end = rest.indexOf('.', behindParameters);
        if (behindParameters == 0 || end < 0) {
            return List.of(rest.split("\\.", -1));
        }
        List<String> behind = List.of(rest.substring(end + 1).split("\\.", -1));
        return concat(List.of(rest.substring(0, end)), behind);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Setting parse(String key, List<String> segments, String value) {
        if (segments.isEmpty() || segments.contains("")) {
            throw new IllegalArgumentException("a part of the key is empty");
        }
        String attribute = segments.get(segments.size() - 1);
        List<String> before = segments.subList(0, segments.size() - 1);
        if (before.isEmpty() && (attribute.equals(SettingsWord.ENABLED) || attribute.equals(RETRY_BUDGET))) {
            return Setting.of(key, value, new SettingScope.Everything(), null, 0, attribute);
        }
        int ordinal = ordinal(before);
        List<String> named = ordinal == 0 ? before : before.subList(0, before.size() - 1);
        String name = named.isEmpty() ? "" : named.get(named.size() - 1);
        Optional<SettingsWord<?>> word = Words.find(name);
        if (word.isEmpty() && attribute.equals(SettingsWord.ENABLED) && ordinal == 0) {
            return Setting.of(key, value, scope(before, null), null, 0, attribute);
        }
        SettingsWord<?> known = word.orElseThrow(() -> new IllegalArgumentException(
                name.isEmpty() ? "it says neither a word nor of what" : Words.unknown(name)));
        SettingScope scope = scope(named.subList(0, named.size() - 1), known);
        return Setting.of(key, value, scope, known, ordinal, attribute);
    }

    /** The number at the end, or 0. */
    private static int ordinal(List<String> segments) {
        String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
        return last.matches("\\d+") ? SettingTexts.integer(last) : 0;
    }

    private static SettingScope scope(List<String> subject, @Nullable SettingsWord<?> word) {
        if (subject.isEmpty()) {
            throw new IllegalArgumentException(SettingScope.SAY_OF_WHAT);
        }
        List<String> behind = subject.subList(1, subject.size());
        return switch (subject.get(0)) {
            case DEFAULTS -> SettingScope.defaults(behind.isEmpty(), word);
            case SHARED -> {
                String name = String.join(".", behind);
                yield SettingScope.shared(name, name::equals, word);
            }
            default -> new SettingScope.Tasks(TaskPattern.of(String.join(".", subject)));
        };
    }
}
