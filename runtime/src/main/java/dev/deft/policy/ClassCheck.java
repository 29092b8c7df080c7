package dev.deft.policy;

import dev.deft.TaskName;
import dev.deft.internal.NearMiss;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a setting against a class that it names. */
final class ClassCheck {
    private ClassCheck() {}

    /**
     * What is wrong with a setting, as far as a class is concerned.
     *
     * @param pattern what the setting is about
     * @param policies those of the class
     * @return nothing if the setting is right, or is not about the class
     */
    static Optional<String> problem(Setting setting, TaskPattern pattern, String className, List<Policy<?>> policies) {
        String method = pattern.methodIn(className);
        if (method == null) {
            return setting.word() == null && pattern instanceof TaskPattern.Dotted dotted
                    ? wrongWord(dotted, policies)
                    : Optional.empty();
        }
        List<Policy<?>> named =
                policies.stream().filter(policy -> pattern.fits(policy.task())).toList();
        if (named.isEmpty()) {
            return isClass(method) ? Optional.empty() : Optional.of(noMethod(method, className, policies));
        }
        List<Policy<?>> meant = named.stream()
                .filter(policy -> setting.concerns(policy.definition(), policy.ordinal()))
                .toList();
        String what = method.isEmpty() ? className : method;
        if (meant.isEmpty()) {
            return Optional.of(noWord(setting, what, named));
        }
        boolean own = meant.stream().anyMatch(policy -> policy.sharedName().isEmpty());
        return own || method.isEmpty() ? Optional.empty() : Optional.of(onlyShared(setting, what, meant.get(0)));
    }

    /** What is wrong if the last part of what is to be switched was meant for a word of a method. */
    private static Optional<String> wrongWord(TaskPattern.Dotted pattern, List<Policy<?>> policies) {
        TaskPattern method = TaskPattern.of(pattern.owner());
        return policies.stream().anyMatch(policy -> method.fits(policy.task()))
                ? Optional.of(Words.unknown(pattern.name()))
                : Optional.empty();
    }

    /** Whether it looks like the name of a nested class, whose wrapper is another one. */
    private static boolean isClass(String method) {
        return Character.isUpperCase(method.charAt(0)) && !method.equals(TaskPattern.capitals(method));
    }

    private static String noMethod(String method, String className, List<Policy<?>> policies) {
        List<String> names = policies.stream()
                .map(policy -> method.indexOf('(') < 0 ? policy.task().method() : overload(policy.task()))
                .distinct()
                .sorted()
                .toList();
        return className + " has no method " + method + " under a policy" + NearMiss.hint(method, names)
                + "; there are " + String.join(", ", names)
                + "; if another class is meant, write its qualified name";
    }

    private static String overload(TaskName task) {
        return task.method() + TaskPattern.parameters(task);
    }

    private static String noWord(Setting setting, String what, List<Policy<?>> named) {
        SettingsWord<?> word = setting.word();
        String words = words(named.stream());
        if (word == null) {
            return what + " has nothing that can be switched off; it has " + words;
        }
        boolean other = named.stream().anyMatch(policy -> policy.word().equals(word.name()));
        return what + " has no " + word + (other ? " with the number " + setting.ordinal() : "") + "; it has " + words;
    }

    private static String words(Stream<Policy<?>> policies) {
        return policies.map(policy -> policy.definition().isRepeatable() && policy.ordinal() > 1
                        ? policy.word() + "." + policy.ordinal()
                        : policy.word())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String onlyShared(Setting setting, String what, Policy<?> policy) {
        String shared = "deft.shared." + policy.sharedName() + "." + policy.word() + "." + setting.attribute();
        return "the " + policy.definition() + " of " + what + " is shared under the name \"" + policy.sharedName()
                + "\", for which there is " + shared;
    }
}
