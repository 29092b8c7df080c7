package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.plan.Layer;

/** Hands what lies within a {@code @Hedge} to its policy, which calls it on threads of its own. */
final class HedgeWriter implements LayerWriter<Layer.Hedged> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Hedged layer) {
        return CodeBlock.of("$L around $L.", Javadocs.code(layer.word().text()), scope.linkWithin(layer));
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Hedged layer) {
        String call = scope.method().throwsInterruption() ? "callInterruptibly" : "call";
        return Bodies.handedOver(scope, CodeBlock.of("$L.$L(", scope.field(layer.field()), call), scope.within(layer));
    }
}
