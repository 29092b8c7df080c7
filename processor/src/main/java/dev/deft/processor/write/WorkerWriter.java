package dev.deft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.plan.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what {@code @Worker} adds to the wrapper: one method, and one more with a sink if there are results. */
final class WorkerWriter {
    private WorkerWriter() {}

    static List<MethodSpec> write(Scope scope) {
        Word.Worker worker = scope.method().words(Word.Worker.class).findFirst().orElseThrow();
        List<MethodSpec> methods = new ArrayList<>();
        boolean sends = false; // the first does not
        for (MethodSpec.Builder head : heads(scope)) {
            methods.add(head.addJavadoc(javadoc(scope, worker, sends))
                    .addStatement(body(scope, worker, sends))
                    .build());
            sends = true;
        }
        return methods;
    }

    /** The methods without bodies, first the one without a sink. */
    static List<MethodSpec.Builder> heads(Scope scope) {
        List<MethodSpec.Builder> heads = new ArrayList<>();
        heads.add(head(scope));
        if (hasResults(scope)) {
            TypeName result =
                    WildcardTypeName.supertypeOf(Signatures.boxedResult(scope).withoutAnnotations());
            heads.add(head(scope).addParameter(ParameterizedTypeName.get(RuntimeClasses.SENDER, result), sink(scope)));
        }
        return heads;
    }

    private static MethodSpec.Builder head(Scope scope) {
        TypeName item = typeOf(scope, item(scope)).withoutAnnotations();
        TypeName items = item.isPrimitive() ? item.box() : WildcardTypeName.subtypeOf(item);
        return Signatures.beside(
                        scope, scope.method().workersName(), scope.plan().workersWarnings())
                .returns(ParameterizedTypeName.get(RuntimeClasses.TASK, ClassName.get(Void.class)))
                .addParameter(ParameterizedTypeName.get(RuntimeClasses.RECEIVER, items), source(scope));
    }

    private static boolean hasResults(Scope scope) {
        return !scope.isVoid() && !scope.resultType().withoutAnnotations().equals(ClassName.get(Void.class));
    }

    private static CodeBlock javadoc(Scope scope, Word.Worker worker, boolean sends) {
        boolean one = worker.loops() == 1;
        CodeBlock.Builder javadoc = CodeBlock.builder()
                .add(
                        "Starts $L that $L {@link #$L} with each item of {@code $L}, until that is closed and empty",
                        one ? "a loop" : worker.loops() + " loops",
                        one ? "calls" : "call",
                        scope.method().name(),
                        source(scope));
        if (sends) {
            javadoc.add(
                    ", and $L the results to {@code $L}, which is closed in the end",
                    one ? "sends" : "send",
                    sink(scope));
        }
        return javadoc.add(".\n\n<p>$L", Javadocs.code(worker.text())).build();
    }

    private static CodeBlock body(Scope scope, Word.Worker worker, boolean sends) {
        CodeBlock.Builder body =
                CodeBlock.builder().add("return $T.of($L, $L)", RuntimeClasses.WORKERS, worker.loops(), source(scope));
        worker.onFailure().ifPresent(handler -> body.add("\n.onFailure($L)", onFailure(scope, handler)));
        body.add(
                "\n.start($L, $T.of($S, $S), $L -> $L",
                scope.deft(),
                RuntimeClasses.TASK_NAME,
                scope.owner(),
                scope.method().workersName(),
                ItemLambda.head(scope, item(scope).name()),
                call(scope));
        if (sends) {
            body.add(", $N", sink(scope));
        }
        return body.add(")").build();
    }

    private static CodeBlock call(Scope scope) {
        Parameter item = item(scope);
        CodeBlock argument = item.type().getKind().isPrimitive()
                ? CodeBlock.of("($T) $N", typeOf(scope, item), item.name()) // an overload may take the box
                : CodeBlock.of("$N", item.name());
        CodeBlock call = scope.call(scope.entry(), List.of(argument));
        return scope.method().isAsync() ? CodeBlock.of("$T.await($L)", RuntimeClasses.TASK, call) : call;
    }

    private static CodeBlock onFailure(Scope scope, NamedMethod handler) {
        String failure = scope.local("failure");
        CodeBlock call = scope.callNamed(handler, Values.failure(CodeBlock.of("$N", failure), scope.noResult()), false);
        Optional<TypeName> kind = Narrowing.of(handler);
        CodeBlock head = ItemLambda.head(scope, item(scope).name(), kind.orElse(RuntimeClasses.THROWABLE), failure);
        CodeBlock lambda = CodeBlock.of("$L -> $L", head, call);
        return kind.map(each -> CodeBlock.of("$T.class, $L", each, lambda)).orElse(lambda);
    }

    private static Parameter item(Scope scope) {
        return scope.plan().passed().get(0);
    }

    private static TypeName typeOf(Scope scope, Parameter parameter) {
        return scope.types().of(parameter.type(), parameter.element().asType());
    }

    private static String source(Scope scope) {
        return scope.local("source");
    }

    private static String sink(Scope scope) {
        return scope.local("sink");
    }
}
