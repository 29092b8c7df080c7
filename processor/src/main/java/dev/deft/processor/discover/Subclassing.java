package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Whether {@code @Tasks(form = SUBCLASS)} wants a wrapper that extends the class, and whether that is possible. */
final class Subclassing {
    private final TypeElement root;
    private final Optional<Values> values;

    Subclassing(TypeElement root, Optional<AnnotationMirror> tasks) {
        this.root = root;
        this.values = tasks.map(mirror -> new Values(new Mark(Vocabulary.TASKS, mirror, Origin.of(root, mirror))))
                .filter(each -> each.constant("form").equals("SUBCLASS"));
    }

    boolean isWanted() {
        return values.isPresent();
    }

    /** The constructors that the wrapper repeats; none if it does not extend the class. */
    List<ExecutableElement> constructors() {
        return isWanted() ? accessible() : List.of();
    }

    /** Reports what stands in the way. */
    void check(Problems problems) {
        if (values.isEmpty()) {
            return;
        }
        Values wanted = values.get();
        Optional<String> obstacle = obstacle();
        obstacle.ifPresent(why -> problems.add(
                Problem.SUBCLASS_IMPOSSIBLE, wanted.origin("form"), wanted.text("form"), root.getSimpleName(), why));
        if (obstacle.isEmpty() && wanted.isWritten("as")) {
            problems.add(
                    Problem.ATTRIBUTE_WITHOUT_EFFECT,
                    wanted.origin("as"),
                    wanted.text("as"),
                    "as",
                    "beside form = SUBCLASS: a subclass implements what its class does");
        }
    }

    private Optional<String> obstacle() {
        Set<Modifier> modifiers = root.getModifiers();
        if (root.getKind() != ElementKind.CLASS) {
            return Optional.of(
                    switch (root.getKind()) {
                        case RECORD -> "is a record, and so final";
                        case ENUM -> "is an enum";
                        default -> "is an interface";
                    });
        }
        if (modifiers.contains(Modifier.FINAL)) {
            return Optional.of("is final");
        }
        if (modifiers.contains(Modifier.SEALED)) {
            return Optional.of("is sealed");
        }
        if (modifiers.contains(Modifier.ABSTRACT)) {
            return Optional.of("is abstract, and so is incomplete without a class of yours below it");
        }
        if (root.getEnclosingElement() instanceof TypeElement outer
                && !modifiers.contains(Modifier.STATIC)
                && !outer.getKind().isInterface()) {
            return Optional.of("belongs to an object of " + outer.getSimpleName() + ", as it is not static");
        }
        return accessible().isEmpty() ? Optional.of("has only private constructors") : Optional.empty();
    }

    private List<ExecutableElement> accessible() {
        return ElementFilter.constructorsIn(root.getEnclosedElements()).stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .toList();
    }
}
