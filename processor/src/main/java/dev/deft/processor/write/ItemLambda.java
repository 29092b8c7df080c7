package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.deft.processor.plan.Parameter;

/**
 * What stands before the arrow of a lambda that takes an item for a method with one parameter.
 *
 * <p>Types are left out, but where the method takes any number of arguments. There the item is an array of them, and
 * Eclipse's compiler takes a variable whose array type it has captured from a wildcard for one of them.
 */
final class ItemLambda {
    private ItemLambda() {}

    /** It takes an item only. */
    static CodeBlock head(Scope scope, String item) {
        return isVariable(scope) ? CodeBlock.of("($T $N)", type(scope), item) : CodeBlock.of("$N", item);
    }

    /** It takes an item and one thing more. */
    static CodeBlock head(Scope scope, String item, TypeName otherType, String other) {
        return isVariable(scope)
                ? CodeBlock.of("($T $N, $T $N)", type(scope), item, otherType, other)
                : CodeBlock.of("($N, $N)", item, other);
    }

    private static boolean isVariable(Scope scope) {
        return scope.method().element().isVarArgs();
    }

    private static TypeName type(Scope scope) {
        Parameter parameter = scope.plan().passed().get(0);
        return scope.types().of(parameter.type(), parameter.element().asType()).withoutAnnotations();
    }
}
