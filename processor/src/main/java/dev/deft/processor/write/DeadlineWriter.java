package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.plan.Layer;

/** Opens the scope of a {@code @Deadline} on this thread and closes it. */
final class DeadlineWriter implements LayerWriter<Layer.Bounded> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Bounded layer) {
        return CodeBlock.of("$L around $L.", Javadocs.code(layer.word().text()), scope.linkWithin(layer));
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Bounded layer) {
        String opened = scope.local("scope");
        CodeBlock closeAfterFailure = CodeBlock.of(
                "$N.close($N); // throws DeadlineExceededException when the time was up\n",
                opened,
                scope.local("failure"));
        return CodeBlock.builder()
                .addStatement("$T $N = $L.open()", RuntimeClasses.DEADLINE_SCOPE, opened, scope.field(layer.field()))
                .add(Bodies.watched(
                        scope,
                        scope.within(layer),
                        closeAfterFailure,
                        CodeBlock.builder().addStatement("$N.close()", opened).build()))
                .build();
    }
}
