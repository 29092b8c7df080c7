package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.model.KeyPath;
import dev.deft.processor.model.Word;
import java.util.Optional;

/**
 * What a call weighs. It is read once, so that as much is given back as was taken.
 *
 * @param declaration declares a local variable for it, unless a parameter holds it
 * @param value how to mention it; empty if each call weighs 1
 */
record Weight(CodeBlock declaration, Optional<CodeBlock> value) {
    static Weight of(Scope scope, Word word) {
        if (word.weight().isEmpty()) {
            return new Weight(CodeBlock.of(""), Optional.empty());
        }
        KeyPath path = word.weight().get();
        if (path.steps().isEmpty()) {
            return new Weight(CodeBlock.of(""), Optional.of(scope.read(path)));
        }
        CodeBlock local = CodeBlock.of("$N", scope.local("weight"));
        CodeBlock declaration = CodeBlock.builder()
                .addStatement("int $L = $L", local, scope.read(path))
                .build();
        return new Weight(declaration, Optional.of(local));
    }

    /** The arguments of a call that takes it, if there is one, after another. */
    CodeBlock after(Optional<CodeBlock> first) {
        if (first.isEmpty() || value.isEmpty()) {
            return first.or(() -> value).orElse(CodeBlock.of(""));
        }
        return CodeBlock.of("$L, $L", first.get(), value.get());
    }
}
