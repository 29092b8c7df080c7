package dev.deft.processor.plan;

import dev.deft.processor.model.RuntimeNames;
import dev.deft.processor.model.TaskMethod;
import java.util.ArrayList;
import java.util.HashSet;
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
 * The stem of every name that belongs to a method: {@code charge}; for an overloaded one with its parameter types,
 * {@code chargeOrderInt}.
 */
final class MethodNames {
    private MethodNames() {}

    /** The stems of the methods that bear words, in their order, each unique. */
    static Map<TaskMethod, String> stems(List<TaskMethod> methods) {
        Set<String> seen = new HashSet<>();
        Set<String> overloaded = methods.stream()
                .map(TaskMethod::name)
                .filter(name -> !seen.add(name))
                .collect(Collectors.toSet());
        Names names = new Names();
        names.reserve(methods.stream()
                .map(TaskMethod::name)
                .filter(name -> !overloaded.contains(name))
                .toList());
        Map<TaskMethod, String> stems = new LinkedHashMap<>();
        for (TaskMethod method : methods) {
            stems.put(method, overloaded.contains(method.name()) ? withTypes(method, names) : method.name());
        }
        return stems;
    }

    private static String withTypes(TaskMethod method, Names names) {
        String simple = method.name() + suffix(method, TypeTexts::simple);
        return names.take(names.isFree(simple) ? simple : method.name() + suffix(method, TypeTexts::erased));
    }

    private static String suffix(TaskMethod method, Function<TypeMirror, String> text) {
        return passedTypes(method).stream()
                .map(text)
                .map(TypeTexts::capitalised)
                .collect(Collectors.joining());
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
