package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A wrapper is an object like any other: its methods must not clash with those that every object has. */
final class ObjectMethods implements Rule {
    private final Elements elements;
    private final Types types;

    ObjectMethods(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    @Override
    public void check(TaskType type, Problems problems) {
        TypeElement object = elements.getTypeElement("java.lang.Object");
        List<ExecutableElement> all = ElementFilter.methodsIn(object.getEnclosedElements());
        for (TaskMethod method : type.methods()) {
            if (!method.words().isEmpty()) {
                WrapperSignature signature = WrapperSignature.of(method);
                all.stream()
                        .filter(above -> !above.getModifiers().contains(Modifier.PRIVATE))
                        .filter(above -> signature.clashesWith(
                                above.getSimpleName().toString(),
                                ((ExecutableType) above.asType()).getParameterTypes(),
                                types))
                        .findFirst()
                        .ifPresent(above -> check(method, above, problems));
            }
        }
    }

    private void check(TaskMethod method, ExecutableElement above, Problems problems) {
        Word first = method.words().get(0);
        String name = TypeText.of(above);
        if (above.getModifiers().contains(Modifier.FINAL)) {
            problems.refuse(method, Problem.OBJECT_METHOD_FINAL, first.origin(), first.text(), name);
            return;
        }
        obstacle(method, above)
                .ifPresent(why -> problems.refuse(
                        method, Problem.OBJECT_METHOD_CHANGED, first.origin(), first.text(), name, why));
    }

    private Optional<String> obstacle(TaskMethod method, ExecutableElement above) {
        if (above.getSimpleName().contentEquals("finalize")) {
            return Optional.of("finalization is on its way out of Java");
        }
        if (method.isStatic()) {
            return Optional.of("it is static");
        }
        if (method.isAsync()) {
            return Optional.of("under @Async it returns a Task");
        }
        TypeMirror returned = method.type().getReturnType();
        TypeMirror wanted = above.getReturnType();
        boolean fits = wanted.getKind() == TypeKind.DECLARED
                ? returned.getKind() != TypeKind.VOID
                        && !returned.getKind().isPrimitive()
                        && types.isSubtype(returned, wanted)
                : types.isSameType(returned, wanted);
        if (!fits) {
            return Optional.of("it returns " + TypeText.of(returned) + " instead of " + TypeText.of(wanted));
        }
        boolean isPublic = above.getModifiers().contains(Modifier.PUBLIC);
        if (isPublic && !method.element().getModifiers().contains(Modifier.PUBLIC)) {
            return Optional.of("it is not public");
        }
        return method.type().getThrownTypes().stream()
                .filter(thrown -> isChecked(thrown)
                        && above.getThrownTypes().stream().noneMatch(each -> types.isSubtype(thrown, each)))
                .findFirst()
                .map(thrown -> "it throws " + TypeText.of(thrown));
    }

    private boolean isChecked(TypeMirror failure) {
        return List.of("java.lang.RuntimeException", "java.lang.Error").stream()
                .noneMatch(name ->
                        types.isSubtype(failure, elements.getTypeElement(name).asType()));
    }
}
