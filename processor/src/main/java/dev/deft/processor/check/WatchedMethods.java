package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/**
 * The methods that have words in some wrapper, by text: the compiler makes new elements for the same method in each
 * round.
 */
final class WatchedMethods {
    private final Types types;
    private final Map<String, Map<String, String>> words = new HashMap<>();

    WatchedMethods(Types types) {
        this.types = types;
    }

    /** Notes the methods of a type, unless its wrapper extends it, so that its own calls go through their words. */
    void add(TaskType type) {
        if (type.isSubclassed()) {
            return;
        }
        Map<String, String> methods =
                words.computeIfAbsent(type.element().getQualifiedName().toString(), name -> new HashMap<>());
        for (TaskMethod method : type.methods()) {
            if (!method.words().isEmpty()) {
                methods.put(
                        key(method.element()),
                        method.words().stream().map(Word::text).collect(Collectors.joining(" ")));
            }
        }
    }

    /** The words that a method has in the wrapper of a type. */
    Optional<String> wordsOf(ExecutableElement method, TypeElement inWrapperOf) {
        Map<String, String> methods = words.get(inWrapperOf.getQualifiedName().toString());
        return methods == null ? Optional.empty() : Optional.ofNullable(methods.get(key(method)));
    }

    private String key(ExecutableElement method) {
        Element owner = method.getEnclosingElement();
        return method.getParameters().stream()
                .map(parameter -> types.erasure(parameter.asType()).toString())
                .collect(Collectors.joining(",", owner + "." + method.getSimpleName() + "(", ")"));
    }
}
