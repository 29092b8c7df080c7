package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.model.KeyPath;
import dev.deft.processor.plan.Layer;
import dev.deft.processor.plan.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Hands what lies within a {@code @SingleFlight} to its policy, with what tells calls apart. */
final class SingleFlightWriter implements LayerWriter<Layer.Shared> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Shared layer) {
        return CodeBlock.of("$L around $L.", Javadocs.code(layer.word().text()), scope.linkWithin(layer));
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Shared layer) {
        String call = scope.method().throwsInterruption() ? "callInterruptibly" : "call";
        CodeBlock beginning = CodeBlock.of(
                "$L.$L($T.of($L), ",
                scope.field(layer.field()),
                call,
                RuntimeClasses.CALL_KEY,
                CodeBlock.join(key(scope, layer.word().key()), ", "));
        return Bodies.handedOver(scope, beginning, scope.within(layer));
    }

    /** What one object answers is not what another would, so the object is part of the key. */
    private static List<CodeBlock> key(Scope scope, Optional<KeyPath> path) {
        List<CodeBlock> parts = new ArrayList<>();
        if (!scope.method().isStatic()) {
            parts.add(scope.self());
        }
        if (path.isPresent()) {
            parts.add(alone(scope.read(path.get()), path.get().type(), parts));
            return parts;
        }
        List<Parameter> passed = scope.plan().passed();
        for (Parameter parameter : passed) {
            CodeBlock name = CodeBlock.of("$N", parameter.inner());
            parts.add(passed.size() == 1 ? alone(name, parameter.type(), parts) : name);
        }
        return parts;
    }

    /** An array that stands alone would pass for all the parts. */
    private static CodeBlock alone(CodeBlock part, TypeMirror type, List<CodeBlock> before) {
        boolean isArray = type.getKind() == TypeKind.ARRAY;
        return before.isEmpty() && isArray ? CodeBlock.of("($T) $L", Object.class, part) : part;
    }
}
