package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.plan.Layer;

/** Calls the method, where no word stands around it. */
final class PlainWriter implements LayerWriter<Layer.Plain> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Plain layer) {
        return CodeBlock.of("Calls $L.", scope.linkToMethod());
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Plain layer) {
        return Bodies.returningLast(scope, scope.within(layer));
    }
}
