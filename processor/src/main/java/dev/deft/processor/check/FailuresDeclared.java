package dev.deft.processor.check;

import dev.deft.processor.model.StageKind;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The checked exceptions in {@code on} are such as the method can throw: it declares them, or something above or below
 * them. Only what stands on the method itself was written for it alone. A stage can fail with anything, and so can a
 * cause.
 */
final class FailuresDeclared implements Rule {
    private final Elements elements;
    private final Types types;

    FailuresDeclared(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            if (method.stage() == StageKind.NONE) {
                method.words(Word.Selective.class)
                        .filter(word -> word.origin().element() instanceof ExecutableElement
                                && word.origin().has("on")
                                && !word.failures().causes())
                        .forEach(word -> check(word, method, problems));
            }
        }
    }

    private void check(Word.Selective word, TaskMethod method, Problems problems) {
        List<TypeMirror> strange = word.failures().on().stream()
                .filter(on -> isChecked(on) && !isDeclared(on, method))
                .toList();
        if (!strange.isEmpty()) {
            problems.add(
                    Problem.FAILURE_NEVER_THROWN,
                    word.origin().at("on"),
                    word.text(),
                    method.name(),
                    strange.stream().map(TypeText::of).collect(Collectors.joining(", ")));
        }
    }

    /** {@code Exception} and what is above it have unchecked ones below them. */
    private boolean isChecked(TypeMirror failure) {
        return !types.isSubtype(failure, known("java.lang.RuntimeException"))
                && !types.isSubtype(failure, known("java.lang.Error"))
                && !types.isSubtype(known("java.lang.Exception"), failure);
    }

    private TypeMirror known(String name) {
        return Objects.requireNonNull(elements.getTypeElement(name), name).asType();
    }

    private boolean isDeclared(TypeMirror failure, TaskMethod method) {
        return method.type().getThrownTypes().stream()
                .map(types::erasure)
                .anyMatch(thrown -> types.isSubtype(thrown, failure) || types.isSubtype(failure, thrown));
    }
}
