package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.plan.Layer;
import java.util.Optional;

/** Runs one cleanup of a {@code @Deferred}: a {@code finally} that suppresses, as one would write it by hand. */
final class DeferredWriter implements LayerWriter<Layer.Cleaned> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Cleaned layer) {
        String when = switch (layer.word().on()) {
            case ANY -> "however it ends";
            case SUCCESS -> "if it succeeds";
            case FAILURE -> "if it fails";
        };
        return CodeBlock.of(
                "$L: runs $L after $L, $L.",
                Javadocs.code(layer.word().text()),
                scope.link(layer.cleanup().method()),
                scope.linkWithin(layer),
                when);
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Cleaned layer) {
        Inside inside = scope.within(layer);
        return switch (layer.word().on()) {
            case ANY ->
                Bodies.watched(
                        scope, inside, afterFailure(scope, layer.cleanup()), afterSuccess(scope, layer.cleanup()));
            case SUCCESS ->
                CodeBlock.builder()
                        .add(inside.before())
                        .add(
                                scope.isVoid()
                                        ? CodeBlock.builder()
                                                .addStatement("$L", inside.call())
                                                .build()
                                        : CodeBlock.builder()
                                                .addStatement(
                                                        "$T $N = $L",
                                                        scope.localType(),
                                                        scope.local("result"),
                                                        inside.call())
                                                .build())
                        .add(afterSuccess(scope, layer.cleanup()))
                        .add(Bodies.returnResult(scope))
                        .build();
            case FAILURE ->
                CodeBlock.builder()
                        .beginControlFlow("try")
                        .add(Bodies.returningLast(scope, inside))
                        .nextControlFlow("catch ($T $N)", RuntimeClasses.THROWABLE, scope.local("failure"))
                        .add(afterFailure(scope, layer.cleanup()))
                        .addStatement("throw $N", scope.local("failure"))
                        .endControlFlow()
                        .build();
        };
    }

    private static CodeBlock afterSuccess(Scope scope, NamedMethod cleanup) {
        return CodeBlock.builder()
                .addStatement("$L", scope.callNamed(cleanup, Values.result(scope.local("result"))))
                .build();
    }

    private static CodeBlock afterFailure(Scope scope, NamedMethod cleanup) {
        CodeBlock failure = CodeBlock.of("$T.of($N)", RuntimeClasses.FAILURES, scope.local("failure"));
        Optional<TypeName> narrower = Narrowing.of(cleanup);
        if (narrower.isEmpty()) {
            return guarded(scope, cleanup, failure);
        }
        String cause = scope.local("cause");
        return CodeBlock.builder()
                .beginControlFlow("if ($L instanceof $T $N)", failure, narrower.get(), cause)
                .add(guarded(scope, cleanup, CodeBlock.of("$N", cause)))
                .endControlFlow()
                .build();
    }

    private static CodeBlock guarded(Scope scope, NamedMethod cleanup, CodeBlock failure) {
        String second = scope.local("second");
        return CodeBlock.builder()
                .beginControlFlow("try")
                .addStatement("$L", scope.callNamed(cleanup, Values.failure(failure, scope.noResult())))
                .nextControlFlow("catch ($T $N)", RuntimeClasses.THROWABLE, second)
                .addStatement("$T.suppress($N, $N)", RuntimeClasses.FAILURES, scope.local("failure"), second)
                .endControlFlow()
                .build();
    }
}
