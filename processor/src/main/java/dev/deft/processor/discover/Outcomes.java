package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.model.StageKind;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether what a named method returns and throws is what its role asks for. */
final class Outcomes {
    private final Lang lang;
    private final Subject subject;
    private final Problems problems;

    Outcomes(Lang lang, Subject subject, Problems problems) {
        this.lang = lang;
        this.subject = subject;
        this.problems = problems;
    }

    /** How the method hands over its result; empty when it was reported what is wrong. */
    Optional<StageKind> check(Role role, Binder.Fit fit, String written, Origin origin) {
        boolean throwsWell = throwsNothingNew(role, fit, written, origin);
        Optional<StageKind> stage = returned(role, fit, written, origin);
        return throwsWell ? stage : Optional.empty();
    }

    private Optional<StageKind> returned(Role role, Binder.Fit fit, String written, Origin origin) {
        TypeMirror declared = fit.type().getReturnType();
        TypeMirror type = fit.inference().apply(declared);
        String method = TypeText.of(fit.method());
        switch (role) {
            case HANDLER -> {
                return handler(fit, written, origin);
            }
            case WHEN, WHILE_RESULT -> {
                if (!lang.fits(type, lang.types.getPrimitiveType(TypeKind.BOOLEAN))) {
                    problems.add(Problem.PREDICATE_NOT_BOOLEAN, origin, written, method, TypeText.of(type));
                    return Optional.empty();
                }
            }
            case DELAY_FROM -> {
                if (!lang.fits(type, lang.known("java.time.Duration"))) {
                    problems.add(Problem.DELAY_NOT_DURATION, origin, written, method, TypeText.of(type));
                    return Optional.empty();
                }
            }
            case CLEANUP, ON_SUCCESS, ON_FAILURE, ON_RETRY -> {}
        }
        return Optional.of(StageKind.NONE);
    }

    private Optional<StageKind> handler(Binder.Fit fit, String written, Origin origin) {
        TypeMirror wanted = subject.resultType();
        TypeMirror declared = fit.type().getReturnType();
        if (!subject.isVoid() && declared.getKind() != TypeKind.VOID) {
            fit.inference().learnOpen(declared, wanted);
        }
        TypeMirror type = fit.inference().apply(declared);
        if (fit.inference().isOpen(declared) || lang.fits(type, wanted)) {
            return Optional.of(StageKind.NONE);
        }
        StageKind stage = subject.isAsync() ? Subject.stageOf(lang, type) : StageKind.NONE;
        if (stage != StageKind.NONE) {
            TypeMirror held = Subject.held(lang, type, stage);
            if (lang.fits(held, subject.isVoid() ? lang.known("java.lang.Void") : lang.boxed(wanted))) {
                return Optional.of(stage);
            }
        }
        problems.add(
                Problem.HANDLER_RETURNS_OTHER,
                origin,
                written,
                TypeText.of(fit.method()),
                TypeText.of(type),
                subject.name(),
                TypeText.of(wanted));
        return Optional.empty();
    }

    private boolean throwsNothingNew(Role role, Binder.Fit fit, String written, Origin origin) {
        boolean isCallback = role == Role.ON_SUCCESS || role == Role.ON_FAILURE;
        for (TypeMirror thrown : fit.type().getThrownTypes()) {
            TypeMirror type = fit.inference().apply(thrown);
            boolean isDeclared = !isCallback
                    && subject.type().getThrownTypes().stream().anyMatch(each -> lang.types.isSubtype(type, each));
            if (lang.isChecked(type) && !fit.inference().isOpen(type) && !isDeclared) {
                problems.add(
                        Problem.FAILURE_NOT_DECLARED,
                        origin,
                        written,
                        TypeText.of(fit.method()),
                        TypeText.of(type),
                        isCallback ? "a callback cannot: its caller is gone" : subject.name() + " does not declare",
                        isCallback
                                ? "handle it in " + fit.method().getSimpleName() + "."
                                : "add throws " + TypeText.of(type) + " to " + subject.name() + ", or handle it in "
                                        + fit.method().getSimpleName() + ".");
                return false;
            }
        }
        return true;
    }
}
