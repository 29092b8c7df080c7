package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.plan.Layer;

/** Makes the {@code Defer} that the body takes, and runs what the body registered with it. */
final class DeferringWriter implements LayerWriter<Layer.Deferring> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Deferring layer) {
        return CodeBlock.of("Runs what $L defers, when it ends.", scope.linkToMethod());
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Deferring layer) {
        String defer = scope.local("defer");
        CodeBlock failed = CodeBlock.of("$N.failed($N)", defer, scope.local("failure"));
        CodeBlock succeeded = scope.isVoid()
                ? CodeBlock.of("$N.succeeded(null)", defer)
                : CodeBlock.of("$N.succeeded($N)", defer, scope.local("result"));
        return CodeBlock.builder()
                .addStatement("$T $N = new $T()", RuntimeClasses.DEFER, defer, RuntimeClasses.DEFER)
                .add(Bodies.declareResult(scope))
                .beginControlFlow("try")
                .add(Bodies.setResult(scope, scope.within(layer)))
                .nextControlFlow("catch ($T $N)", RuntimeClasses.THROWABLE, scope.local("failure"))
                .add(Bodies.returning(scope, failed))
                .endControlFlow()
                .add(Bodies.returningLast(scope, succeeded))
                .build();
    }
}
