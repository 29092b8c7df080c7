package dev.deft.processor.plan;

import dev.deft.processor.model.Family;
import dev.deft.processor.model.RuntimeNames;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Gives out the names inside one wrapper; the user's names come first. */
final class WrapperNames {
    private final Map<TaskMethod, String> stems;
    private final Names fields = new Names();
    private final Names methods = new Names();
    private final Set<String> spoken = new HashSet<>();
    private final Set<String> inherited = new HashSet<>();
    private final FieldNames fieldNames;

    WrapperNames(TaskType type) {
        List<TaskMethod> worded = type.methods().stream()
                .filter(method -> !method.words().isEmpty())
                .toList();
        stems = MethodNames.stems(worded);
        type.implemented().ifPresent(implemented -> inherit((TypeElement) implemented.asElement()));
        if (type.isSubclassed()) {
            inherit(type.element());
        }
        for (TaskMethod method : type.methods()) {
            methods.reserve(List.of(method.name(), method.batchName(), method.scheduleName(), method.workersName()));
        }
        methods.reserve(List.of("of", "clone", "finalize", "toString", "hashCode", "equals"));
        methods.reserve(List.of("getClass", "notify", "notifyAll", "wait"));
        String topLevel = topLevelName(type.element());
        speak(topLevel);
        fields.reserve(spoken);
        // Constructors speak of fields and constants, which their own parameters must not hide.
        type.constructors()
                .forEach(constructor -> fields.reserve(constructor.getParameters().stream()
                        .map(parameter -> parameter.getSimpleName().toString())
                        .toList()));
        fieldNames = new FieldNames(fields.take("target"), fields.take("deft"));
        for (TaskMethod method : worded) {
            // A constant is mentioned in every layer, so it must not be hidden by any parameter.
            fields.reserve(method.element().getParameters().stream()
                    .map(parameter -> parameter.getSimpleName().toString())
                    .filter(name -> name.equals(MethodNames.constant(name)))
                    .toList());
        }
    }

    FieldNames fieldNames() {
        return fieldNames;
    }

    /** The stem of all names of a method. */
    String stem(TaskMethod method) {
        return stems.getOrDefault(method, method.name());
    }

    /** A name for a field or a constant. */
    String field(String wish) {
        return fields.take(wish);
    }

    /** A name for a private method. */
    String method(String wish) {
        return methods.take(wish);
    }

    /** Names that expressions in the wrapper begin with: a variable of such a name would hide what they mean. */
    Set<String> spoken() {
        return spoken;
    }

    /** Names of fields and types that the wrapper inherits from what it implements or extends. */
    Set<String> inherited() {
        return inherited;
    }

    private void speak(String topLevel) {
        spoken.add(topLevel);
        for (String name : List.of(
                RuntimeNames.DEFT,
                RuntimeNames.TASK,
                RuntimeNames.TASK_CONTEXT,
                RuntimeNames.FAILURES,
                RuntimeNames.TASK_NAME,
                RuntimeNames.FAILURE_FILTER,
                RuntimeNames.RETRY_POLICY,
                RuntimeNames.CALL_KEY)) {
            spoken.add(name.substring(name.lastIndexOf('.') + 1));
        }
        spoken.addAll(List.of("dev", "java"));
    }

    private static String topLevelName(TypeElement type) {
        Element at = type;
        while (at.getEnclosingElement() instanceof TypeElement outer) {
            at = outer;
        }
        return at.getSimpleName().toString();
    }

    private void inherit(TypeElement type) {
        for (TypeElement each : Family.of(type)) {
            for (Element member : each.getEnclosedElements()) {
                String name = member.getSimpleName().toString();
                switch (member.getKind()) {
                    case METHOD -> methods.reserve(List.of(name));
                    case CONSTRUCTOR, INSTANCE_INIT, STATIC_INIT -> {}
                    default -> inherited.add(name);
                }
            }
        }
    }
}
