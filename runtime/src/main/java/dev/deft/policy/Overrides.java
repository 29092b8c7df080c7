package dev.deft.policy;

import dev.deft.SettingsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The settings that a runtime was built with, and what became of each. Thread-safe. */
final class Overrides {
    private final List<Setting> settings;

    /** Those that were about a policy, whether or not a closer one prevailed. */
    private final Set<Setting> used = ConcurrentHashMap.newKeySet();

    /** Those that a pinned class kept off. */
    private final Set<Setting> ignored = ConcurrentHashMap.newKeySet();

    /** Classes that were found to be all right. */
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    /** Of several sources, the later ones prevail over the earlier ones where both are equally close. */
    Overrides(List<SettingsSource> sources) {
        this.settings =
                sources.stream().flatMap(source -> source.settings().stream()).toList();
    }

    /** The settings that hold for a policy, which is about to be made. */
    <S extends PolicySettings> S effective(Subject subject, SettingsWord<S> word, String sharedName, S declared) {
        if (settings.isEmpty()) {
            return declared;
        }
        if (subject.pinned()) {
            ignore(subject, word, sharedName);
            return declared;
        }
        Map<String, Setting> closest = closest(subject, word, sharedName);
        if (closest.isEmpty()) {
            return declared;
        }
        Map<String, String> values = new LinkedHashMap<>();
        closest.forEach((attribute, setting) -> values.put(attribute, setting.value()));
        try {
            return word.with(declared, values);
        } catch (IllegalArgumentException wrong) { // each is right by itself
            throw new SettingsException(
                    "Settings do not fit what " + word + " of " + subject.name().qualified() + " says",
                    List.of(closest.values().stream().map(Setting::toString).collect(Collectors.joining(", ")) + ": "
                            + wrong.getMessage()));
        }
    }

    private Map<String, Setting> closest(Subject subject, SettingsWord<?> word, String sharedName) {
        Comparator<Setting> closer = Comparator.<Setting>comparingInt(
                        setting -> setting.scope().closeness(subject.name(), sharedName))
                .thenComparingInt(Setting::closeness);
        Map<String, Setting> closest = new LinkedHashMap<>();
        for (Setting setting : about(subject, word, sharedName)) {
            used.add(setting);
            closest.merge(
                    setting.attribute(),
                    setting,
                    (before, later) -> closer.compare(before, later) > 0 ? before : later);
        }
        return closest;
    }

    private List<Setting> about(Subject subject, SettingsWord<?> word, String sharedName) {
        return settings.stream()
                .filter(setting -> setting.concerns(word, subject.ordinal()))
                .filter(setting -> setting.scope().closeness(subject.name(), sharedName) != SettingScope.NONE)
                .toList();
    }

    /** Tells, once, of what is aimed at a pinned policy. What is for all and sundry is not. */
    private void ignore(Subject subject, SettingsWord<?> word, String sharedName) {
        for (Setting setting : about(subject, word, sharedName)) {
            if (setting.scope().isAimed() && ignored.add(setting)) {
                used.add(setting);
                subject.settingIgnored(word.name(), setting);
            }
        }
    }

    /** The value for all retries and hedges of the runtime, if there is one. */
    Optional<String> retryBudget() {
        List<Setting> found = settings.stream()
                .filter(setting -> setting.attribute().equals(SettingKeys.RETRY_BUDGET))
                .toList();
        used.addAll(found);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).value());
    }

    /**
     * Checks the settings that are about a class, all policies of which are there.
     *
     * @param all the policies of all classes, asked for only if there is anything to check
     * @throws SettingsException if any of them is about nothing there
     */
    void check(String className, Supplier<List<Policy<?>>> all) {
        if (settings.isEmpty() || checked.contains(className)) {
            return;
        }
        List<Policy<?>> policies = all.get().stream()
                .filter(policy -> policy.task().className().equals(className))
                .toList();
        List<String> problems = new ArrayList<>();
        for (Setting setting : settings) {
            if (setting.scope() instanceof SettingScope.Tasks tasks) {
                ClassCheck.problem(setting, tasks.pattern(), className, policies)
                        .ifPresent(problem -> problems.add(setting + ": " + problem));
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException("Settings of " + className + " are about what is not there", problems);
        }
        checked.add(className);
    }

    /** Those that no policy has needed so far. */
    List<String> unused() {
        return keys(setting -> !used.contains(setting));
    }

    /** Those that a pinned class kept off. */
    List<String> ignored() {
        return keys(ignored::contains);
    }

    private List<String> keys(Predicate<Setting> which) {
        return settings.stream().filter(which).map(Setting::key).distinct().toList();
    }
}
