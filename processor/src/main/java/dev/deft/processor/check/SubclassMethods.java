package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Where the wrapper extends the class, each annotated method is one that a subclass can override. */
final class SubclassMethods implements Rule {
    private final TaskResults tasks;

    SubclassMethods(Elements elements, Types types) {
        this.tasks = new TaskResults(elements, types);
    }

    @Override
    public void check(TaskType type, Problems problems) {
        if (type.isSubclassed() && !problems.have(Problem.SUBCLASS_IMPOSSIBLE)) {
            for (TaskMethod method : type.methods()) {
                obstacle(method).ifPresent(obstacle -> refuse(type, method, obstacle, problems));
            }
        }
    }

    private static void refuse(TaskType type, TaskMethod method, Obstacle obstacle, Problems problems) {
        Word first = method.words().get(0);
        problems.refuse(
                method,
                Problem.SUBCLASS_METHOD,
                first.origin(),
                first.text(),
                type.element().getSimpleName(),
                method.name(),
                obstacle.why(),
                obstacle.mend());
    }

    /** Why a method cannot be overridden, and what to do about it. */
    private record Obstacle(String why, String mend) {}

    private Optional<Obstacle> obstacle(TaskMethod method) {
        if (method.isStatic()) {
            return Optional.of(new Obstacle("it is static", "let it be an instance's, or move it to another class."));
        }
        if (method.element().getModifiers().contains(Modifier.FINAL)) {
            return Optional.of(new Obstacle("it is final", "remove final, or remove form = SUBCLASS."));
        }
        Optional<? extends TypeMirror> injected = method.type().getParameterTypes().stream()
                .filter(Names::isInjected)
                .findFirst();
        if (injected.isPresent()) {
            String parameter = TypeText.of(injected.get());
            return Optional.of(new Obstacle(
                    "the wrapper supplies its " + parameter + " parameter and does not have it",
                    "take the parameter away, or remove form = SUBCLASS."));
        }
        TypeMirror returned = method.type().getReturnType();
        if (method.isAsync() && returned.getKind() != TypeKind.VOID && !tasks.fit(method)) {
            return Optional.of(new Obstacle(
                    "under @Async it returns a Task instead of " + TypeText.of(returned),
                    "let it return a CompletableFuture or nothing, or remove form = SUBCLASS."));
        }
        return Optional.empty();
    }
}
