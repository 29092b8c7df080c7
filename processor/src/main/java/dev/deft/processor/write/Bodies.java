package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;

/** Shapes of code that layers share, each for methods with and without a result. */
final class Bodies {
    private Bodies() {}

    /** Gives back what the call gives. In the middle of a method, nothing comes after it. */
    static CodeBlock returning(Scope scope, CodeBlock call) {
        return scope.isVoid()
                ? CodeBlock.builder()
                        .addStatement("$L", call)
                        .addStatement("return")
                        .build()
                : returningLast(scope, call);
    }

    /** The same, with what comes before the call. */
    static CodeBlock returning(Scope scope, Inside inside) {
        return CodeBlock.builder()
                .add(inside.before())
                .add(returning(scope, inside.call()))
                .build();
    }

    /** The same at the end of a method. */
    static CodeBlock returningLast(Scope scope, Inside inside) {
        return CodeBlock.builder()
                .add(inside.before())
                .add(returningLast(scope, inside.call()))
                .build();
    }

    /** Gives back what the call gives, at the end of a method. */
    static CodeBlock returningLast(Scope scope, CodeBlock call) {
        return CodeBlock.builder()
                .addStatement(scope.isVoid() ? "$L" : "return $L", call)
                .build();
    }

    /** Declares the local variable for the result, to be set within a {@code try}. */
    static CodeBlock declareResult(Scope scope) {
        return scope.isVoid()
                ? CodeBlock.of("")
                : CodeBlock.builder()
                        .addStatement("$T $N", scope.localType(), scope.local("result"))
                        .build();
    }

    /** Sets it. */
    static CodeBlock setResult(Scope scope, Inside inside) {
        CodeBlock.Builder code = CodeBlock.builder().add(inside.before());
        return scope.isVoid()
                ? code.addStatement("$L", inside.call()).build()
                : code.addStatement("$N = $L", scope.local("result"), inside.call())
                        .build();
    }

    /** Returns it at the end. */
    static CodeBlock returnResult(Scope scope) {
        return scope.isVoid()
                ? CodeBlock.of("")
                : CodeBlock.builder()
                        .addStatement("return $N", scope.local("result"))
                        .build();
    }

    /** Tells a policy how a call went that it let in by {@code entry}. */
    static CodeBlock judged(Scope scope, Inside inside, String policy, String entry) {
        CodeBlock failed = CodeBlock.builder()
                .addStatement("$L.failed($N, $N)", policy, entry, scope.local("failure"))
                .build();
        CodeBlock succeeded = CodeBlock.builder()
                .addStatement("$L.succeeded($N)", policy, entry)
                .build();
        return watched(scope, inside, failed, succeeded);
    }

    /**
     * Hands a call to a method that calls it in its turn and gives back what it gives.
     *
     * @param to the call of that method, up to the place of this argument, which is the last
     */
    static CodeBlock handedOver(Scope scope, CodeBlock to, Inside inside) {
        if (!scope.isVoid() && inside.before().isEmpty()) {
            return CodeBlock.builder()
                    .addStatement("return $L() -> $L)", to, inside.call())
                    .build();
        }
        CodeBlock.Builder code = CodeBlock.builder()
                .add(scope.isVoid() ? "$L() -> {\n$>" : "return $L() -> {\n$>", to)
                .add(returningLast(scope, inside));
        if (scope.isVoid()) {
            code.addStatement("return null");
        }
        return code.add("$<});\n").build();
    }

    /** Opens, calls, and closes with or without the failure: the shape of everything that wants to know how it went. */
    static CodeBlock watched(Scope scope, Inside inside, CodeBlock afterFailure, CodeBlock afterSuccess) {
        return CodeBlock.builder()
                .add(declareResult(scope))
                .beginControlFlow("try")
                .add(setResult(scope, inside))
                .nextControlFlow("catch ($T $N)", RuntimeClasses.THROWABLE, scope.local("failure"))
                .add(afterFailure)
                .addStatement("throw $N", scope.local("failure"))
                .endControlFlow()
                .add(afterSuccess)
                .add(returnResult(scope))
                .build();
    }
}
