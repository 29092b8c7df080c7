package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.model.Word;
import dev.deft.processor.plan.Layer;

/** Takes permits of a {@code @Limit} and gives them back. */
final class LimitWriter implements LayerWriter<Layer.Limited> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Limited layer) {
        return CodeBlock.of("$L around $L.", Javadocs.code(layer.word().text()), scope.linkWithin(layer));
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Limited layer) {
        Word.Limit word = layer.word();
        String limit = scope.local("limit");
        Weight weight = Weight.of(scope, word);
        CodeBlock acquire = CodeBlock.of(
                "$L.$L($L)",
                scope.field(layer.field()),
                scope.method().throwsInterruption() ? "acquireInterruptibly" : "acquire",
                weight.after(word.key().map(scope::read)));
        CodeBlock release = CodeBlock.of(
                "$L.release($L)",
                scope.field(layer.field()),
                weight.after(word.key().map(path -> CodeBlock.of("$N", limit))));
        CodeBlock.Builder body = CodeBlock.builder().add(weight.declaration());
        if (word.key().isPresent()) {
            body.addStatement("$T $N = $L", RuntimeClasses.LIMIT_POLICY, limit, acquire);
        } else {
            body.addStatement("$L", acquire);
        }
        return body.beginControlFlow("try")
                .add(Bodies.returningLast(scope, scope.within(layer)))
                .nextControlFlow("finally")
                .addStatement("$L", release)
                .endControlFlow()
                .build();
    }
}
