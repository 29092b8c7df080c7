package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.model.Word;
import dev.deft.processor.plan.Layer;

/** Takes the lock of {@code @Locked} and gives it back. */
final class LockedWriter implements LayerWriter<Layer.Locked> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Locked layer) {
        return CodeBlock.of("$L around $L.", Javadocs.code(layer.word().text()), scope.linkWithin(layer));
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Locked layer) {
        Word.Locked word = layer.word();
        String field = scope.field(layer.field());
        String method = scope.method().throwsInterruption() ? "lockInterruptibly" : "lock";
        String lock = scope.local("lock");
        CodeBlock.Builder body = CodeBlock.builder();
        word.key()
                .ifPresentOrElse(
                        key -> body.addStatement(
                                "$T $N = $L.$L($L)", RuntimeClasses.LOCK_POLICY, lock, field, method, scope.read(key)),
                        () -> body.addStatement("$L.$L()", field, method));
        return body.beginControlFlow("try")
                .add(Bodies.returningLast(scope, scope.within(layer)))
                .nextControlFlow("finally")
                .addStatement("$L.unlock($L)", field, word.key().isPresent() ? lock : "")
                .endControlFlow()
                .build();
    }
}
