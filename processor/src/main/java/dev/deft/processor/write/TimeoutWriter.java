package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.plan.Layer;

/** Starts the watch of a {@code @Timeout} and stops it. */
final class TimeoutWriter implements LayerWriter<Layer.Timed> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Timed layer) {
        return CodeBlock.of("$L around $L.", Javadocs.code(layer.word().text()), scope.linkWithin(layer));
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Timed layer) {
        String watch = scope.local("watch");
        CodeBlock stopAfterFailure = CodeBlock.of(
                "$N.stop($N); // throws TaskTimeoutException when the time was up\n", watch, scope.local("failure"));
        return CodeBlock.builder()
                .addStatement("$T $N = $L.start()", RuntimeClasses.TIMEOUT_WATCH, watch, scope.field(layer.field()))
                .add(Bodies.watched(
                        scope,
                        scope.within(layer),
                        stopAfterFailure,
                        CodeBlock.builder().addStatement("$N.stop()", watch).build()))
                .build();
    }
}
