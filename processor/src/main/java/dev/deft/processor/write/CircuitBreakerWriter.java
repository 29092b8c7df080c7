package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.deft.processor.model.KeyPath;
import dev.deft.processor.plan.Layer;
import java.util.Optional;

/** Enters the circuit of a {@code @CircuitBreaker} and tells it how the call went. */
final class CircuitBreakerWriter implements LayerWriter<Layer.Guarded> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Guarded layer) {
        return CodeBlock.of("$L around $L.", Javadocs.code(layer.word().text()), scope.linkWithin(layer));
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Guarded layer) {
        Optional<KeyPath> key = layer.word().key();
        String circuit = key.isPresent() ? scope.local("circuit") : scope.field(layer.field());
        String entry = scope.local("entry");
        CodeBlock.Builder body = CodeBlock.builder();
        key.ifPresent(path -> body.addStatement(
                "$T $N = $L.of($L)",
                RuntimeClasses.CIRCUIT_BREAKER_POLICY,
                circuit,
                scope.field(layer.field()),
                scope.read(path)));
        CodeBlock enter = CodeBlock.of(
                "$T $N = $L.enter(); // throws CircuitOpenException while the circuit is open\n",
                TypeName.LONG,
                entry,
                circuit);
        return body.add(enter)
                .add(Bodies.judged(scope, scope.within(layer), circuit, entry))
                .build();
    }
}
