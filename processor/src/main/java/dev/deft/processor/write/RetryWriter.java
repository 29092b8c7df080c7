package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.deft.processor.model.Argument;
import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.plan.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The loop of {@code @Retry}. */
final class RetryWriter implements LayerWriter<Layer.Retried> {
    /** So many exceptions a comment can list. */
    private static final int FEW = 2;

    @Override
    public CodeBlock javadoc(Scope scope, Layer.Retried layer) {
        return CodeBlock.of("$L around $L.", Javadocs.code(layer.word().text()), scope.linkWithin(layer));
    }

    @Override
    public CodeBlock body(Scope scope, Layer.Retried layer) {
        return new Loop(scope, layer).write();
    }

    /** One such loop. */
    private static final class Loop {
        private final Scope scope;
        private final Layer.Retried layer;
        private final Word.Retry retry;
        private final String policy;
        private final String run;
        private final String failure;
        private final CodeBlock runFailure;

        Loop(Scope scope, Layer.Retried layer) {
            this.scope = scope;
            this.layer = layer;
            this.retry = layer.word();
            this.policy = scope.field(layer.field());
            this.run = scope.local("run");
            this.failure = scope.local("failure");
            this.runFailure = CodeBlock.of("$N.failure()", run);
        }

        CodeBlock write() {
            CodeBlock.Builder code = CodeBlock.builder()
                    .add(
                            "$T.called($L); // pays into the retry budget, if there is one\n",
                            RuntimeClasses.RETRY_POLICY,
                            policy);
            if (retry.maxDuration().isPresent()) {
                code.add(
                        "$T $N = $L.begin(); // maxDuration counts from here\n", RuntimeClasses.RETRY_RUN, run, policy);
            } else if (needsRunAtOnce()) {
                code.addStatement("$T $N = $L.begin()", RuntimeClasses.RETRY_RUN, run, policy);
            } else {
                code.add("$T $N = null; // until an attempt fails\n", RuntimeClasses.RETRY_RUN, run);
            }
            return code.beginControlFlow("while (true)")
                    .add(
                            retry.whileResult().isPresent()
                                    ? judgingResults(retry.whileResult().get())
                                    : plain())
                    .endControlFlow()
                    .build();
        }

        private boolean needsRunAtOnce() {
            return retry.whileResult().isPresent()
                    && retry.whileResult().get().arguments().contains(new Argument.Attempt());
        }

        private CodeBlock plain() {
            return CodeBlock.builder()
                    .beginControlFlow("try")
                    .add(Bodies.returning(scope, scope.within(layer)))
                    .nextControlFlow("catch ($T $N)", RuntimeClasses.THROWABLE, failure)
                    .add(throwUnlessRetried())
                    .add(onRetry(Values.failure(runFailure, scope.noResult())))
                    .endControlFlow()
                    .add(backOff())
                    .build();
        }

        private CodeBlock judgingResults(NamedMethod whileResult) {
            String result = scope.local("result");
            Values current = Values.result(result).inAttempt(CodeBlock.of("$N.attempt() + 1", run));
            Values ended = Values.result(result).inAttempt(CodeBlock.of("$N.attempt()", run));
            return CodeBlock.builder()
                    .addStatement("$T $N", scope.localType(), result)
                    .beginControlFlow("try")
                    .add(Bodies.setResult(scope, scope.within(layer)))
                    .nextControlFlow("catch ($T $N)", RuntimeClasses.THROWABLE, failure)
                    .add(throwUnlessRetried())
                    .add(onRetry(Values.failure(runFailure, scope.noResult())))
                    .add(backOff())
                    .addStatement("continue")
                    .endControlFlow()
                    .beginControlFlow("if (!$L)", scope.callNamed(whileResult, current))
                    .addStatement("return $N", result)
                    .endControlFlow()
                    .addStatement("$N = $L.unsatisfied($N)", run, policy, run)
                    .beginControlFlow("if (!$N.permitsAnother())", run)
                    .addStatement("return $N", result)
                    .endControlFlow()
                    .add(onRetry(ended))
                    .add(backOff())
                    .build();
        }

        private CodeBlock throwUnlessRetried() {
            CodeBlock.Builder code =
                    CodeBlock.builder().addStatement("$N = $L.failed($N, $N)", run, policy, run, failure);
            if (retry.when().isPresent()) {
                code.beginControlFlow(
                        "if (!$N.permitsAnother() || !$N.keepsOn($L))",
                        run,
                        run,
                        transientFailure(retry.when().get()));
            } else {
                code.beginControlFlow("if (!$N.permitsAnother())", run);
            }
            return code.add("throw $N; // $L: nothing is wrapped\n", failure, thrown())
                    .endControlFlow()
                    .build();
        }

        private CodeBlock transientFailure(NamedMethod when) {
            Optional<TypeName> narrower = Narrowing.of(when);
            if (narrower.isEmpty()) {
                return scope.callNamed(when, inAttempt(runFailure));
            }
            String cause = scope.local("cause");
            return CodeBlock.of(
                    "$L instanceof $T $N && $L",
                    runFailure,
                    narrower.get(),
                    cause,
                    scope.callNamed(when, inAttempt(CodeBlock.of("$N", cause))));
        }

        /** The exceptions that the layer names, for the reader. */
        private String thrown() {
            List<String> names = new ArrayList<>();
            scope.method().type().getThrownTypes().forEach(type -> names.add(Narrowing.simpleName(type)));
            if (names.size() > FEW) {
                return "declared or unchecked";
            }
            names.add("unchecked");
            return String.join(" or ", names);
        }

        private CodeBlock onRetry(Values values) {
            if (retry.onRetry().isEmpty()) {
                return CodeBlock.of("");
            }
            NamedMethod onRetry = retry.onRetry().get();
            Values inAttempt = values.inAttempt(CodeBlock.of("$N.attempt()", run));
            return Narrowing.statement(scope, onRetry, inAttempt, scope.local("cause"));
        }

        private CodeBlock backOff() {
            String method = scope.method().throwsInterruption() ? "backOffInterruptibly" : "backOff";
            CodeBlock given =
                    CodeBlock.builder().addStatement("$N.$L()", run, method).build();
            if (retry.delayFrom().isEmpty()) {
                return given;
            }
            NamedMethod delayFrom = retry.delayFrom().get();
            Optional<TypeName> narrower = Narrowing.of(delayFrom);
            String cause = scope.local("cause");
            CodeBlock delay = narrower.isEmpty()
                    ? scope.callNamed(delayFrom, inAttempt(runFailure))
                    : CodeBlock.of(
                            "$L instanceof $T $N ? $L : null",
                            runFailure,
                            narrower.get(),
                            cause,
                            scope.callNamed(delayFrom, inAttempt(CodeBlock.of("$N", cause))));
            return CodeBlock.builder()
                    .addStatement("$N.$L($L)", run, method, delay)
                    .build();
        }

        private Values inAttempt(CodeBlock value) {
            return Values.failure(value, scope.noResult()).inAttempt(CodeBlock.of("$N.attempt()", run));
        }
    }
}
