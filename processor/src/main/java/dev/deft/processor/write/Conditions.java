package dev.deft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The test whether a handler takes a failure, as an {@code if} condition. */
final class Conditions {
    /** The classes that mean cancellation. */
    private static final Set<String> CANCELLATIONS = Set.of(
            "java.util.concurrent.CancellationException",
            "java.lang.InterruptedException",
            RuntimeNames.TASK_INTERRUPTED_EXCEPTION);

    /** The classes above them: naming one of these is not enough to mean cancellation. */
    private static final Set<String> ABOVE_CANCELLATIONS = Set.of(
            "java.lang.Throwable",
            "java.lang.Exception",
            "java.lang.RuntimeException",
            "java.lang.IllegalStateException",
            RuntimeNames.DEFT_EXCEPTION);

    private final String failure;
    private final String cause;

    /**
     * Conditions on a variable.
     *
     * @param failure the variable that holds the failure
     * @param cause the variable that a condition declares for a failure of a narrower type
     */
    Conditions(String failure, String cause) {
        this.failure = failure;
        this.cause = cause;
    }

    /**
     * That a failure is one of {@code on} and none of {@code except}.
     *
     * @param narrower the type that the handler takes, when it is below {@code Throwable}; the condition then declares
     *     {@code cause} of that type or of one below it
     */
    CodeBlock fits(List<TypeMirror> on, List<TypeMirror> except, Optional<TypeMirror> narrower) {
        List<CodeBlock> all = new ArrayList<>();
        boolean namesCancellation = on.stream().anyMatch(Conditions::meansCancellation);
        Optional<TypeMirror> tested = narrower.map(type -> onlyTest(type, on));
        if (tested.isPresent() && (!namesCancellation || on.size() == 1)) {
            all.add(declaring(tested.get()));
            if (!namesCancellation && mayBeCancellation(tested.get())) {
                all.add(notCancelled());
            }
        } else {
            narrower.ifPresent(type -> all.add(declaring(type)));
            addAny(all, on);
        }
        for (TypeMirror each : except) {
            all.add(CodeBlock.of("!($L)", isA(each)));
        }
        return CodeBlock.join(all, " && ");
    }

    /** The type whose test says all, be it the handler's or the only one of {@code on}; null if there is none. */
    private static @Nullable TypeMirror onlyTest(TypeMirror handled, List<TypeMirror> on) {
        if (on.stream().anyMatch(each -> isBelow(handled, each))) {
            return handled;
        }
        return on.size() == 1 && isBelow(on.get(0), handled) ? on.get(0) : null;
    }

    private static boolean mayBeCancellation(TypeMirror type) {
        return needsGuard(type) || meansCancellation(type);
    }

    private void addAny(List<CodeBlock> all, List<TypeMirror> on) {
        List<CodeBlock> any = new ArrayList<>();
        for (TypeMirror each : on) {
            any.add(one(each, on.size() > 1));
        }
        all.add(any.size() == 1 ? any.get(0) : CodeBlock.of("($L)", CodeBlock.join(any, " || ")));
    }

    private CodeBlock one(TypeMirror type, boolean amongOthers) {
        if (!needsGuard(type)) {
            return isA(type);
        }
        if (name(type).equals("java.lang.Throwable")) {
            return notCancelled();
        }
        CodeBlock both = CodeBlock.of("$L && $L", isA(type), notCancelled());
        return amongOthers ? CodeBlock.of("($L)", both) : both;
    }

    private CodeBlock isA(TypeMirror type) {
        return CodeBlock.of("$N instanceof $T", failure, TypeNames.raw(type));
    }

    private CodeBlock declaring(TypeMirror type) {
        return CodeBlock.of("$N instanceof $T $N", failure, TypeNames.raw(type), cause);
    }

    private CodeBlock notCancelled() {
        return CodeBlock.of("!$T.isCancellation($N)", RuntimeClasses.FAILURES, failure);
    }

    private static boolean needsGuard(TypeMirror type) {
        return ABOVE_CANCELLATIONS.contains(name(type));
    }

    /** Whether a class is one that means cancellation, or below one. */
    private static boolean meansCancellation(TypeMirror type) {
        return CANCELLATIONS.stream().anyMatch(cancellation -> isBelow(type, cancellation));
    }

    private static boolean isBelow(TypeMirror type, TypeMirror above) {
        return isBelow(type, name(above));
    }

    private static boolean isBelow(TypeMirror type, String above) {
        TypeMirror at = type;
        while (at instanceof DeclaredType declared) {
            if (name(at).equals(above)) {
                return true;
            }
            at = ((TypeElement) declared.asElement()).getSuperclass();
        }
        return false;
    }

    private static String name(TypeMirror type) {
        ClassName name = TypeNames.raw(type);
        return name.canonicalName();
    }
}
