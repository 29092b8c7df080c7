package dev.deft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.deft.processor.plan.Parameter;
import java.util.List;

/** Writes what {@code @Batch} adds to the wrapper. */
final class BatchWriter {
    private static final ClassName ITERABLE = ClassName.get(Iterable.class);

    private BatchWriter() {}

    static MethodSpec write(Scope scope) {
        Parameter parameter = scope.plan().passed().get(0);
        String item = "item";
        CodeBlock unboxed = parameter.type().getKind().isPrimitive()
                ? CodeBlock.of("($T) $N", typeOf(scope, parameter), item) // an overload may take the box
                : CodeBlock.of("$N", item);
        return head(scope)
                .addJavadoc(
                        "Starts {@link #$L} for each of {@code items}, all in one group.",
                        scope.method().name())
                .addStatement(
                        "return $L.batch(items, $L -> $L)",
                        scope.deft(),
                        ItemLambda.head(scope, item),
                        scope.call(scope.entry(), List.of(unboxed)))
                .build();
    }

    /** The method without a body. */
    static MethodSpec.Builder head(Scope scope) {
        Parameter parameter = scope.plan().passed().get(0);
        return Signatures.batch(scope)
                .addParameter(ParameterSpec.builder(iterable(typeOf(scope, parameter)), "items")
                        .build());
    }

    private static TypeName typeOf(Scope scope, Parameter parameter) {
        return scope.types().of(parameter.type(), parameter.element().asType());
    }

    private static TypeName iterable(TypeName item) {
        return ParameterizedTypeName.get(ITERABLE, item.isPrimitive() ? item.box() : WildcardTypeName.subtypeOf(item));
    }
}
