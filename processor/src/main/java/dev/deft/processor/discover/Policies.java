package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.report.AnnotationText;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Reads composed annotations where they are declared. */
final class Policies {
    private Policies() {}

    /** What is wrong with an annotation type that bears annotations of Deft's. */
    static Problems check(TypeElement type) {
        Problems problems = new Problems();
        Optional<AnnotationMirror> policy = Vocabulary.find(type, Vocabulary.TASK_POLICY);
        Optional<AnnotationMirror> first = type.getAnnotationMirrors().stream()
                .filter(mirror -> Marks.isMeantForMethods(mirror)
                        || Vocabulary.word(mirror)
                                .filter(Vocabulary.TASKS::equals)
                                .isPresent())
                .map(AnnotationMirror.class::cast)
                .findFirst();
        if (policy.isEmpty()) {
            first.ifPresent(mirror -> problems.add(
                    Problem.POLICY_UNMARKED, Origin.of(type, mirror), AnnotationText.of(mirror), type.getSimpleName()));
        } else if (first.isEmpty()) {
            problems.add(Problem.POLICY_EMPTY, Origin.of(type, policy.get()), type.getSimpleName());
        } else {
            List<String> cycle = cycle(type, type, new ArrayList<>());
            if (!cycle.isEmpty()) {
                problems.add(
                        Problem.POLICY_CYCLE,
                        Origin.of(type, policy.get()),
                        type.getSimpleName(),
                        cycle.stream().map(name -> "@" + name).collect(Collectors.joining(" bears ")));
            } else {
                Marks.of(type, problems);
            }
        }
        return problems;
    }

    private static List<String> cycle(TypeElement at, TypeElement start, List<TypeElement> path) {
        for (AnnotationMirror mirror : at.getAnnotationMirrors()) {
            TypeElement next = (TypeElement) mirror.getAnnotationType().asElement();
            if (!Vocabulary.isComposed(mirror) || path.contains(next)) {
                continue;
            }
            if (next.equals(start)) {
                return List.of(
                        at.getSimpleName().toString(), start.getSimpleName().toString());
            }
            path.add(next);
            List<String> rest = cycle(next, start, path);
            if (!rest.isEmpty()) {
                List<String> whole = new ArrayList<>(rest);
                whole.add(0, at.getSimpleName().toString());
                return whole;
            }
        }
        return List.of();
    }
}
