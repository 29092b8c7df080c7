package dev.deft.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings as environment variables are called: the key in capitals, with underscores for all that is neither letter nor
 * digit. {@code DEFT_PAYMENTSERVICE_CHARGE_LIMIT_MAXWAIT} may be written with {@code MAX_WAIT} as well.
 */
final class VariableNames {
    private static final String PREFIX = "DEFT_";

    private VariableNames() {}

    /**
     * Understands a name.
     *
     * @return nothing if it is none of ours
     * @throws IllegalArgumentException if it cannot be, or the value is none for it
     */
    static Optional<Setting> read(String name, String value) {
        return name.startsWith(PREFIX)
                ? Optional.of(
                        parse(name, List.of(name.substring(PREFIX.length()).split("_", -1)), value))
                : Optional.empty();
    }

    private static Setting parse(String name, List<String> parts, String value) {
        if (parts.contains("")) {
            throw new IllegalArgumentException("a part of the name is empty");
        }
        for (String attribute : List.of(SettingsWord.ENABLED, SettingKeys.RETRY_BUDGET)) {
            if (joined(parts).equals(capitals(attribute))) {
                return Setting.of(name, value, new SettingScope.Everything(), null, 0, attribute);
            }
        }
        for (int begin = parts.size() - 2;
                begin >= 0;
                begin--) { // the last word counts: a method may be called like one
            for (int end = begin + 1; end < parts.size(); end++) {
                Optional<SettingsWord<?>> word = word(joined(parts.subList(begin, end)));
                if (word.isPresent()) {
                    return of(name, parts.subList(0, begin), word.get(), parts.subList(end, parts.size()), value);
                }
            }
        }
        int last = parts.size() - 1;
        if (parts.get(last).equals(capitals(SettingsWord.ENABLED))) {
            return Setting.of(name, value, scope(parts.subList(0, last), null), null, 0, SettingsWord.ENABLED);
        }
        throw new IllegalArgumentException(
                "it does not end with a word and an attribute of it, as RETRY_ATTEMPTS;" + " there are the words "
                        + String.join(", ", names().map(VariableNames::capitals).toList()));
    }

    private static Setting of(
            String name, List<String> subject, SettingsWord<?> word, List<String> behind, String value) {
        int ordinal = behind.size() > 1 && behind.get(0).matches("\\d+") ? SettingTexts.integer(behind.get(0)) : 0;
        String written = joined(ordinal == 0 ? behind : behind.subList(1, behind.size()));
        String attribute = Stream.concat(word.attributes().stream(), word.fixed().stream())
                .filter(each -> capitals(each).equals(written))
                .findFirst()
                .orElse(written);
        return Setting.of(name, value, scope(subject, word), word, ordinal, attribute);
    }

    private static SettingScope scope(List<String> subject, @Nullable SettingsWord<?> word) {
        if (subject.isEmpty()) {
            throw new IllegalArgumentException(SettingScope.SAY_OF_WHAT);
        }
        List<String> behind = subject.subList(1, subject.size());
        if (subject.get(0).equals(capitals(SettingKeys.DEFAULTS))) {
            return SettingScope.defaults(behind.isEmpty(), word);
        }
        if (subject.get(0).equals(capitals(SettingKeys.SHARED))) {
            String name = String.join("_", behind);
            return SettingScope.shared(
                    name, shared -> TaskPattern.capitals(shared).equals(name), word);
        }
        return new SettingScope.Tasks(TaskPattern.ofVariable(String.join("_", subject)));
    }

    private static Optional<SettingsWord<?>> word(String written) {
        return names().filter(each -> capitals(each).equals(written))
                .findFirst()
                .flatMap(Words::find);
    }

    private static Stream<String> names() {
        return Words.NESTING.stream().map(SettingsWord::name);
    }

    private static String joined(List<String> parts) {
        return String.join("", parts);
    }

    private static String capitals(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
