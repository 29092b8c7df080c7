package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.deft.processor.model.NamedMethod;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Methods that take only failures of a class below {@code Throwable}. */
final class Narrowing {
    private Narrowing() {}

    /** That class, if a method is of this kind. */
    static Optional<TypeName> of(NamedMethod named) {
        return named.failureType().<TypeName>map(TypeNames::raw).filter(type -> !type.equals(RuntimeClasses.THROWABLE));
    }

    /** Calls a method if there is a failure that it takes, or if it takes any. */
    static CodeBlock statement(Scope scope, NamedMethod named, Values values, String cause) {
        Optional<TypeName> narrower = of(named);
        boolean knownAbsent = values.failure().toString().equals("null");
        if (narrower.isEmpty() || knownAbsent) {
            return CodeBlock.builder()
                    .addStatement("$L", scope.callNamed(named, values))
                    .build();
        }
        Values narrowed = new Values(CodeBlock.of("$N", cause), values.result(), values.attempt());
        return CodeBlock.builder()
                .beginControlFlow("if ($L instanceof $T $N)", values.failure(), narrower.get(), cause)
                .addStatement("$L", scope.callNamed(named, narrowed))
                .endControlFlow()
                .build();
    }

    /** The simple name of a class or of a type variable. */
    static String simpleName(TypeMirror type) {
        return type instanceof DeclaredType ? TypeNames.raw(type).simpleName() : type.toString();
    }
}
