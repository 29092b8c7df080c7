package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.model.Word;
import dev.deft.processor.plan.Layer;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the tokens of a {@code @RateLimit}. */
final class RateLimitWriter implements LayerWriter<Layer.Paced> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Paced layer) {
        return CodeBlock.of("$L around $L.", Javadocs.code(layer.word().text()), scope.linkWithin(layer));
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Paced layer) {
        Word.RateLimit word = layer.word();
        CodeBlock arguments = Stream.of(word.key(), word.weight())
                .flatMap(Optional::stream)
                .map(scope::read)
                .collect(CodeBlock.joining(", "));
        return CodeBlock.builder()
                .addStatement(
                        "$L.$L($L)",
                        scope.field(layer.field()),
                        scope.method().throwsInterruption() ? "acquireInterruptibly" : "acquire",
                        arguments)
                .add(Bodies.returningLast(scope, scope.within(layer)))
                .build();
    }
}
