package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.plan.Layer;

/** Takes a permit of a {@code @Limit} and gives it back. */
final class LimitWriter implements LayerWriter<Layer.Limited> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Limited layer) {
        return CodeBlock.of("$L around $L.", Javadocs.code(layer.word().text()), scope.linkWithin(layer));
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Limited layer) {
        String limit = scope.field(layer.field());
        String acquire = scope.method().throwsInterruption() ? "acquireInterruptibly" : "acquire";
        return CodeBlock.builder()
                .addStatement("$L.$L()", limit, acquire)
                .beginControlFlow("try")
                .add(Bodies.returningLast(scope, scope.within(layer)))
                .nextControlFlow("finally")
                .addStatement("$L.release()", limit)
                .endControlFlow()
                .build();
    }
}
