package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.deft.processor.plan.Layer;

/** Takes a permit of an {@code @AdaptiveLimit} and gives it back with what the limit learns from the call. */
final class AdaptiveLimitWriter implements LayerWriter<Layer.Adapted> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Adapted layer) {
        return CodeBlock.of("$L around $L.", Javadocs.code(layer.word().text()), scope.linkWithin(layer));
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Adapted layer) {
        String limit = scope.field(layer.field());
        String entry = scope.local("entry");
        String acquire = scope.method().throwsInterruption() ? "acquireInterruptibly" : "acquire";
        return CodeBlock.builder()
                .addStatement("$T $N = $L.$L()", TypeName.LONG, entry, limit, acquire)
                .add(Bodies.judged(scope, scope.within(layer), limit, entry))
                .build();
    }
}
