package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.model.Word;
import dev.deft.processor.plan.PolicyField;

/** The expressions in the wrapper's constructor that make or find its locks. */
final class Locks {
    private Locks() {}

    /** {@code deft.policies().newLock(CHARGE)}, or {@code chargeLock.named(REFUND)} of a lock that is there already. */
    static CodeBlock policy(PolicyField field, Word.Locked locked, CodeBlock policies) {
        CodeBlock lock = field.shared()
                .map(first -> CodeBlock.of("$N.named($N)", first.name(), field.constant()))
                .orElseGet(() -> CodeBlock.of("$L.$L", policies, made(field, locked)));
        boolean reads = locked.mode() == Word.Locked.Mode.READ;
        boolean isReading = field.shared()
                .filter(first -> first.word() instanceof Word.Locked other && other.mode() == Word.Locked.Mode.READ)
                .isPresent();
        return reads == isReading ? lock : CodeBlock.of("$L.$L()", lock, reads ? "read" : "write");
    }

    private static CodeBlock made(PolicyField field, Word.Locked locked) {
        boolean isKeyed = locked.key().isPresent();
        if (locked.name().isPresent()) {
            return CodeBlock.of(
                    "$L($N, $L)",
                    isKeyed ? "keyedLock" : "lock",
                    field.constant(),
                    Literals.of(locked.name().get()));
        }
        String ofTheClass = isKeyed ? "keyedClassLock" : "classLock";
        String own = isKeyed ? "newKeyedLock" : "newLock";
        return CodeBlock.of("$L($N)", field.isStatic() ? ofTheClass : own, field.constant());
    }
}
