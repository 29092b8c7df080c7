package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Without {@code @Async} nobody awaits the stage that a method returns, so its words end before the work does. */
final class StageWithoutAsync implements Rule {
    private final Elements elements;
    private final Types types;

    StageWithoutAsync(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            if (!method.isAsync() && !method.words().isEmpty() && isStage(method.resultType())) {
                Word first = method.words().get(0);
                problems.add(
                        Problem.STAGE_UNPROTECTED,
                        first.origin(),
                        first.text(),
                        method.name(),
                        TypeText.of(method.resultType()));
            }
        }
    }

    private boolean isStage(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return false;
        }
        return List.of("java.util.concurrent.CompletionStage", "java.util.concurrent.Future").stream()
                .map(elements::getTypeElement)
                .anyMatch(
                        stage -> stage != null && types.isSubtype(types.erasure(type), types.erasure(stage.asType())));
    }
}
