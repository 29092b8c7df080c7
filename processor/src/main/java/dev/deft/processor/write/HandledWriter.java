package dev.deft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.plan.Handler;
import dev.deft.processor.plan.Layer;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Asks the handlers of {@code @Fallback} or {@code @Recover}, the first that fits, for a result. */
final class HandledWriter implements LayerWriter<Layer.Handled> {
    @Override
    public CodeBlock javadoc(Scope scope, Layer.Handled layer) {
        return CodeBlock.of("$L around $L.", words(layer), scope.linkWithin(layer));
    }

    /** The Javadoc of the method that a task calls when it has failed. */
    CodeBlock javadocOnTask(Layer.Handled layer) {
        return CodeBlock.of("$L: what to do when the task has failed.", words(layer));
    }

    private static CodeBlock words(Layer.Handled layer) {
        return CodeBlock.join(
                layer.handlers().stream()
                        .map(handler -> Javadocs.code(handler.text()))
                        .toList(),
                ", ");
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Handled layer) {
        return CodeBlock.builder()
                .beginControlFlow("try")
                .add(Bodies.returningLast(scope, scope.within(layer)))
                .nextControlFlow("catch ($T $N)", RuntimeClasses.THROWABLE, scope.local("thrown"))
                .add(handling(scope, layer))
                .endControlFlow()
                .build();
    }

    /** What happens with a throwable in the local variable {@code thrown}. */
    CodeBlock handling(Scope scope, Layer.Handled layer) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (layer.handlers().stream().anyMatch(handler -> handler.filter().isEmpty())) {
            code.add(
                    "$T $N = $T.of($N); // looks through CompletionException and ExecutionException\n",
                    RuntimeClasses.THROWABLE,
                    scope.local("failure"),
                    RuntimeClasses.FAILURES,
                    scope.local("thrown"));
        }
        int number = 0;
        for (Handler handler : layer.handlers()) {
            number++;
            String cause = scope.local(number == 1 ? "cause" : "cause" + number);
            code.add(
                    handler.filter().isPresent()
                            ? alongCauses(scope, handler, handler.filter().get(), cause)
                            : byType(scope, handler, cause));
        }
        return code.addStatement("throw $N", scope.local("thrown")).build();
    }

    private static CodeBlock byType(Scope scope, Handler handler, String cause) {
        String failure = scope.local("failure");
        Optional<TypeMirror> narrower = handler.method()
                .failureType()
                .filter(type -> !TypeNames.raw(type).equals(RuntimeClasses.THROWABLE));
        CodeBlock condition = new Conditions(failure, cause)
                .fits(handler.failures().on(), handler.failures().except(), narrower);
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", condition)
                .add(recovering(scope, handler, failure, narrower.isPresent() ? cause : failure))
                .endControlFlow()
                .build();
    }

    private static CodeBlock alongCauses(Scope scope, Handler handler, String filter, String cause) {
        ClassName type = handler.method().failureType().map(TypeNames::raw).orElse(RuntimeClasses.THROWABLE);
        return CodeBlock.builder()
                .addStatement("$T $N = $N.find($N, $T.class)", type, cause, filter, scope.local("thrown"), type)
                .beginControlFlow("if ($N != null)", cause)
                .add(recovering(scope, handler, cause, cause))
                .endControlFlow()
                .build();
    }

    private static CodeBlock recovering(Scope scope, Handler handler, String failure, String handed) {
        String second = scope.local("second");
        Values values = Values.failure(CodeBlock.of("$N", handed), scope.noResult());
        return CodeBlock.builder()
                .addStatement("$L.recovered($N, $N)", scope.deft(), scope.constant(), failure)
                .beginControlFlow("try")
                .add(Bodies.returning(scope, scope.callNamed(handler.method(), values)))
                .nextControlFlow("catch ($T $N)", RuntimeClasses.THROWABLE, second)
                .addStatement("$T.suppress($N, $N)", RuntimeClasses.FAILURES, second, scope.local("thrown"))
                .addStatement("throw $N", second)
                .endControlFlow()
                .build();
    }
}
