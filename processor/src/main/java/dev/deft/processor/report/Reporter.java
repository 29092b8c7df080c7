package dev.deft.processor.report;

import dev.deft.processor.model.Origin;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Tells the compiler what was found, at the annotation's value where that is known. */
public final class Reporter {
    private final Messager messager;
    private final TreePlaces trees;

    public Reporter(ProcessingEnvironment environment) {
        this.messager = environment.getMessager();
        this.trees = TreePlaces.of(environment);
    }

    /** Reports all of them, in the order of the source. */
    public void report(Problems problems) {
        SourceOrder.of(problems.all()).forEach(this::report);
    }

    /** Reports a mistake of Deft's own, at the type that it was working on if that is known. */
    public void reportInternal(@Nullable Element element, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add(0, element == null ? "this compilation" : element.getSimpleName());
        String message = Finding.message(
                Problem.INTERNAL, Problem.INTERNAL.text(all.toArray()), Problem.INTERNAL.fix(all.toArray()));
        if (element == null) {
            messager.printMessage(Diagnostic.Kind.ERROR, message);
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, message, element);
        }
    }

    private void report(Finding finding) {
        Diagnostic.Kind kind = switch (finding.problem().severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
        };
        Origin origin = finding.origin();
        if (kind == Diagnostic.Kind.WARNING
                && Suppressions.silence(finding.problem().code(), origin.element())) {
            return;
        }
        if (trees.print(kind, finding.message(), origin)) {
            return;
        }
        AnnotationMirror mirror = origin.mirror();
        AnnotationValue value = origin.value();
        if (mirror == null) {
            messager.printMessage(kind, finding.message(), origin.element());
        } else if (value == null) {
            messager.printMessage(kind, finding.message(), origin.element(), mirror);
        } else {
            messager.printMessage(kind, finding.message(), origin.element(), mirror, value);
        }
    }
}
