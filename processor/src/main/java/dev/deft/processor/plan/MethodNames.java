package dev.deft.processor.plan;

import dev.deft.processor.model.RuntimeNames;
import dev.deft.processor.model.TaskMethod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The stem of every name that belongs to a method: {@code charge}; for an overloaded one with the parameter types that
 * tell it from the others, {@code chargeInvoice}.
 */
final class MethodNames {
    private MethodNames() {}

    /** The stems of the methods that bear words, in their order, each unique. */
    static Map<TaskMethod, String> stems(List<TaskMethod> methods) {
        Map<String, List<TaskMethod>> byName = methods.stream().collect(Collectors.groupingBy(TaskMethod::name));
        Map<String, Overloads> overloads = new HashMap<>();
        Names names = new Names();
        byName.forEach((name, group) -> {
            if (group.size() == 1) {
                names.take(name);
            } else {
                overloads.put(name, Overloads.of(group));
            }
        });
        Map<TaskMethod, String> stems = new LinkedHashMap<>();
        for (TaskMethod method : methods) {
            Overloads group = overloads.get(method.name());
            stems.put(method, group == null ? method.name() : group.stem(method, names));
        }
        return stems;
    }

    /**
     * Methods of one name.
     *
     * @param telling the parameters that tell them apart
     * @param told what types they have there, by their simple names, one entry for each method
     */
    private record Overloads(Set<Integer> telling, List<List<String>> told) {
        static Overloads of(List<TaskMethod> methods) {
            List<List<String>> simple = texts(methods, TypeTexts::simple);
            boolean simplyDiffer = Set.copyOf(simple).size() == methods.size();
            Set<Integer> telling = TellingTypes.positions(simplyDiffer ? simple : texts(methods, TypeTexts::erased));
            return new Overloads(
                    telling,
                    simple.stream()
                            .map(types -> TellingTypes.at(telling, types))
                            .toList());
        }

        String stem(TaskMethod method, Names names) {
            List<String> simple = TellingTypes.at(telling, texts(method, TypeTexts::simple));
            List<String> erased = texts(method, TypeTexts::erased);
            boolean isUnique = Collections.frequency(told, simple) == 1;
            String stem = named(method, isUnique ? simple : TellingTypes.at(telling, erased));
            return names.take(names.isFree(stem) ? stem : named(method, erased));
        }

        private static List<List<String>> texts(List<TaskMethod> methods, Function<TypeMirror, String> text) {
            return methods.stream().map(method -> texts(method, text)).toList();
        }

        private static List<String> texts(TaskMethod method, Function<TypeMirror, String> text) {
            return passedTypes(method).stream().map(text).toList();
        }

        private static String named(TaskMethod method, List<String> types) {
            return method.name() + types.stream().map(TypeTexts::capitalised).collect(Collectors.joining());
        }
    }

    private static List<TypeMirror> passedTypes(TaskMethod method) {
        List<TypeMirror> types = new ArrayList<>();
        for (var parameter : method.element().getParameters()) {
            if (!isInjected(parameter.asType())) {
                types.add(parameter.asType());
            }
        }
        return types;
    }

    /** Whether the wrapper supplies a parameter of this type. */
    static boolean isInjected(TypeMirror type) {
        return is(type, RuntimeNames.TASK_CONTEXT) || is(type, RuntimeNames.DEFER);
    }

    /** Whether this is the class of that name. */
    static boolean is(TypeMirror type, String qualifiedName) {
        return type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type).asElement().toString().contentEquals(qualifiedName);
    }

    /** {@code chargeCard} as a constant: {@code CHARGE_CARD}. */
    static String constant(String stem) {
        StringBuilder constant = new StringBuilder();
        int before = -1;
        for (int at = 0; at < stem.length(); ) {
            int letter = stem.codePointAt(at);
            at += Character.charCount(letter);
            boolean wordEnds = Character.isUpperCase(letter)
                    && before != -1
                    && before != '_'
                    && (!Character.isUpperCase(before)
                            || (at < stem.length() && Character.isLowerCase(stem.codePointAt(at))));
            if (wordEnds) {
                constant.append('_');
            }
            constant.appendCodePoint(letter);
            before = letter;
        }
        return constant.toString().toUpperCase(Locale.ROOT);
    }
}
