package dev.deft.processor.discover;

import dev.deft.processor.model.StageKind;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The annotated method that is being read.
 *
 * @param root the type whose wrapper it goes into
 * @param element the method as declared
 * @param type its type as a member of {@code root}
 * @param isAsync whether {@code @Async} reaches it
 * @param resultType what its body yields, stages looked through under {@code @Async}
 * @param stage how the body hands that over
 */
record Subject(
        TypeElement root,
        ExecutableElement element,
        ExecutableType type,
        boolean isAsync,
        TypeMirror resultType,
        StageKind stage) {

    /** A parameter that its caller gives, with its type as a member of the root. */
    record Given(VariableElement parameter, TypeMirror type) {
        String name() {
            return parameter.getSimpleName().toString();
        }
    }

    static Subject of(Lang lang, TypeElement root, ExecutableElement element, ExecutableType type, boolean isAsync) {
        TypeMirror returned = type.getReturnType();
        StageKind stage = isAsync ? stageOf(lang, returned) : StageKind.NONE;
        return new Subject(
                root, element, type, isAsync, stage == StageKind.NONE ? returned : held(lang, returned, stage), stage);
    }

    /** How a value of this type is to be awaited, if at all. */
    static StageKind stageOf(Lang lang, TypeMirror type) {
        if (type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID || type.getKind() == TypeKind.ARRAY) {
            return StageKind.NONE;
        }
        if (lang.isSubtype(type, "java.util.concurrent.CompletionStage")) {
            return StageKind.STAGE;
        }
        return lang.isSubtype(type, "java.util.concurrent.Future") ? StageKind.FUTURE : StageKind.NONE;
    }

    /** What a stage holds. */
    static TypeMirror held(Lang lang, TypeMirror type, StageKind stage) {
        String name = stage == StageKind.STAGE ? "java.util.concurrent.CompletionStage" : "java.util.concurrent.Future";
        return lang.as(type, lang.known(name)).map(lang::onlyArgument).orElse(lang.known("java.lang.Object"));
    }

    String name() {
        return element.getSimpleName().toString();
    }

    boolean isStatic() {
        return element.getModifiers().contains(Modifier.STATIC);
    }

    boolean isVoid() {
        return resultType.getKind() == TypeKind.VOID;
    }

    /** The parameters that its caller gives; the wrapper supplies the others. */
    List<Given> given() {
        return IntStream.range(0, element.getParameters().size())
                .mapToObj(i -> new Given(
                        element.getParameters().get(i), type.getParameterTypes().get(i)))
                .filter(given -> !Lang.isInjected(given.type()))
                .toList();
    }
}
