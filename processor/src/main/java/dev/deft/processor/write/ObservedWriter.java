package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.plan.Layer;

/** Tells the listeners of a synchronous call. */
final class ObservedWriter implements LayerWriter<Layer.Observed> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Observed layer) {
        return CodeBlock.of("The same call, told to the listeners of {@link $T}.", RuntimeClasses.DEFT);
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Observed layer) {
        String call = scope.local("call");
        return CodeBlock.builder()
                .addStatement("$T $N = $L.begin($N)", RuntimeClasses.CALL, call, scope.deft(), scope.constant())
                .add(Bodies.watched(
                        scope,
                        scope.outermostFromLayer(),
                        CodeBlock.builder()
                                .addStatement("$N.failed($N)", call, scope.local("failure"))
                                .build(),
                        CodeBlock.builder().addStatement("$N.succeeded()", call).build()))
                .build();
    }
}
