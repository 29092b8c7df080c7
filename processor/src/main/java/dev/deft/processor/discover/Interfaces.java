package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The interface that a wrapper implements, if any, and which methods belong to it. */
final class Interfaces {
    private final Optional<DeclaredType> implemented;
    private final List<ExecutableElement> required;

    private Interfaces(Lang lang, Optional<DeclaredType> implemented) {
        this.implemented = implemented;
        this.required =
                implemented
                        .map(type -> new Members(lang, (TypeElement) type.asElement()).methods())
                        .orElse(List.of())
                        .stream()
                        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                        .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
                        .toList();
    }

    /** An annotated interface itself, unless it is sealed; of a class what {@code @Tasks(as)} names. */
    static Interfaces of(Lang lang, TypeElement root, Optional<AnnotationMirror> tasks, Problems problems) {
        Optional<DeclaredType> named = tasks.flatMap(mirror -> named(lang, root, mirror, problems));
        if (root.getKind().isInterface()) {
            boolean isSealed = root.getModifiers().contains(Modifier.SEALED);
            return new Interfaces(lang, isSealed ? Optional.empty() : Optional.of((DeclaredType) root.asType()));
        }
        return new Interfaces(lang, named);
    }

    /** None: a wrapper of static methods stands for no object. */
    static Interfaces none(Lang lang) {
        return new Interfaces(lang, Optional.empty());
    }

    private static Optional<DeclaredType> named(
            Lang lang, TypeElement root, AnnotationMirror tasks, Problems problems) {
        Values values = new Values(new Mark(Vocabulary.TASKS, tasks, Origin.of(root, tasks)));
        Optional<TypeMirror> as = values.type("as").filter(type -> type.getKind() != TypeKind.VOID);
        if (as.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = values.origin("as");
        String text = TypeText.of(as.get()) + ".class";
        if (!(as.get() instanceof DeclaredType type) || type.asElement().getKind() != ElementKind.INTERFACE) {
            problems.add(Problem.AS_NOT_INTERFACE, origin, text);
            return Optional.empty();
        }
        if (type.asElement().getModifiers().contains(Modifier.SEALED)) {
            problems.add(Problem.INTERFACE_SEALED, origin, text);
            return Optional.empty();
        }
        Optional<DeclaredType> seen = lang.as(root.asType(), type);
        if (seen.isEmpty()) {
            problems.add(Problem.AS_NOT_IMPLEMENTED, origin, text, root.getSimpleName(), own(lang, root));
        }
        return seen;
    }

    private static String own(Lang lang, TypeElement root) {
        List<String> names = new Members(lang, root)
                .family().stream()
                        .filter(each -> each.getKind() == ElementKind.INTERFACE)
                        .map(each -> each.getSimpleName().toString())
                        .toList();
        return names.isEmpty() ? "" : ": " + String.join(", ", names);
    }

    Optional<DeclaredType> implemented() {
        return implemented;
    }

    /** Whether a method of the root is one of the interface, implements it, or is inherited beside it. */
    boolean require(ExecutableElement method, Members members) {
        return required.stream().anyMatch(each -> members.standsFor(method, each));
    }
}
