package dev.deft.processor.plan;

import dev.deft.processor.model.RuntimeNames;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * What can be said of a type that has errors: the methods of its wrapper as far as they have a signature that a compiler
 * would take. Of the words only {@code @Async} stays, because the signature shows it.
 */
final class Stubs {
    /** Methods of {@code Object} that a wrapper cannot have, or only with the same type as there. */
    private static final Set<String> OF_OBJECT = Set.of(
            "getClass[]",
            "notify[]",
            "notifyAll[]",
            "wait[]",
            "wait[long]",
            "wait[long, int]",
            "toString[]",
            "hashCode[]",
            "equals[java.lang.Object]",
            "clone[]",
            "finalize[]");

    /** What a task may be returned as. */
    private static final Set<String> TASK_TYPES = Set.of(
            RuntimeNames.TASK,
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.CompletionStage",
            "java.util.concurrent.Future",
            "java.lang.Object");

    private Stubs() {}

    /** The type with such methods only. */
    static TaskType of(TaskType type) {
        Set<String> signatures = new HashSet<>();
        List<TaskMethod> methods = new ArrayList<>();
        for (TaskMethod method : type.methods()) {
            TaskMethod stub = method.overridesInterface() && !survives(method)
                    ? withWords(method, List.of())
                    : withWords(method, async(method));
            String signature = signature(stub);
            if (isVisible(stub) && !OF_OBJECT.contains(signature) && signatures.add(signature)) {
                methods.add(stub);
            }
        }
        return new TaskType(
                type.element(),
                type.type(),
                type.packageName(),
                type.wrapperName(),
                type.implemented(),
                List.copyOf(methods),
                type.generatedAnnotation());
    }

    private static List<Word> async(TaskMethod method) {
        return method.words(Word.Async.class)
                .<Word>map(word ->
                        new Word.Async(word.origin(), word.text(), Optional.empty(), Optional.empty(), word.detached()))
                .toList();
    }

    private static TaskMethod withWords(TaskMethod method, List<Word> words) {
        return new TaskMethod(
                method.element(),
                method.type(),
                words,
                Optional.empty(),
                words.isEmpty() ? method.type().getReturnType() : method.resultType(),
                method.stage(),
                method.throwsInterruption(),
                method.overridesInterface());
    }

    /** Whether the wrapper's signature still implements the method of the interface. */
    private static boolean survives(TaskMethod method) {
        boolean injected = method.element().getParameters().stream()
                .map(VariableElement::asType)
                .anyMatch(MethodNames::isInjected);
        TypeMirror returned = method.element().getReturnType();
        return !injected && (!method.isAsync() || TASK_TYPES.stream().anyMatch(name -> MethodNames.is(returned, name)));
    }

    private static String signature(TaskMethod method) {
        List<String> parameters = new ArrayList<>();
        for (TypeMirror parameter : method.type().getParameterTypes()) {
            if (method.words().isEmpty() || !MethodNames.isInjected(parameter)) {
                parameters.add(TypeTexts.erased(parameter));
            }
        }
        return method.name() + parameters;
    }

    private static boolean isVisible(TaskMethod method) {
        List<TypeMirror> mentioned = new ArrayList<>(method.type().getParameterTypes());
        mentioned.add(method.resultType());
        mentioned.addAll(method.type().getThrownTypes());
        return mentioned.stream().allMatch(Stubs::isVisible);
    }

    private static boolean isVisible(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> isVisible(((ArrayType) type).getComponentType());
            case WILDCARD -> {
                WildcardType wildcard = (WildcardType) type;
                yield (wildcard.getExtendsBound() == null || isVisible(wildcard.getExtendsBound()))
                        && (wildcard.getSuperBound() == null || isVisible(wildcard.getSuperBound()));
            }
            case DECLARED -> {
                DeclaredType declared = (DeclaredType) type;
                yield isVisible((TypeElement) declared.asElement())
                        && declared.getTypeArguments().stream().allMatch(Stubs::isVisible);
            }
            default -> true;
        };
    }

    private static boolean isVisible(TypeElement type) {
        return !type.getModifiers().contains(Modifier.PRIVATE)
                && (!(type.getEnclosingElement() instanceof TypeElement outer) || isVisible(outer));
    }
}
