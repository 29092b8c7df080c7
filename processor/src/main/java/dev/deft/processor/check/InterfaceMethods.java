package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Where the wrapper implements an interface, each of its methods keeps its signature. */
final class InterfaceMethods implements Rule {
    private final TaskResults tasks;

    InterfaceMethods(Elements elements, Types types) {
        this.tasks = new TaskResults(elements, types);
    }

    @Override
    public void check(TaskType type, Problems problems) {
        type.implemented().ifPresent(implemented -> {
            String name = implemented.asElement().getSimpleName().toString();
            for (TaskMethod method : type.methods()) {
                if (method.overridesInterface() && !method.words().isEmpty()) {
                    check(method, name, problems);
                }
            }
        });
    }

    private void check(TaskMethod method, String implemented, Problems problems) {
        String qualified = implemented + "." + method.name();
        Optional<TypeMirror> injected = method.type().getParameterTypes().stream()
                .filter(Names::isInjected)
                .map(TypeMirror.class::cast)
                .findFirst();
        Word first = method.words().get(0);
        if (injected.isPresent()) {
            String parameter = TypeText.of(injected.get());
            problems.refuse(
                    method,
                    Problem.INTERFACE_METHOD_CHANGED,
                    first.origin(),
                    first.text(),
                    qualified,
                    "the wrapper supplies its " + parameter + " parameter and does not have it",
                    "take the parameter away, or annotate the class that implements " + implemented + " instead.");
        } else if (method.isAsync() && !tasks.fit(method)) {
            problems.refuse(
                    method,
                    Problem.INTERFACE_METHOD_CHANGED,
                    first.origin(),
                    first.text(),
                    qualified,
                    "under @Async it returns a Task instead of "
                            + TypeText.of(method.type().getReturnType()),
                    "let it return a CompletableFuture, or annotate the class that implements " + implemented
                            + " instead.");
        }
    }
}
