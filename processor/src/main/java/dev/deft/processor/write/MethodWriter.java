package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.WorstCase;
import dev.deft.processor.plan.Entry;
import dev.deft.processor.plan.Layer;
import dev.deft.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** Writes one method of the wrapper and its layers, outermost first. */
final class MethodWriter {
    private final Scope scope;

    MethodWriter(Scope scope) {
        this.scope = scope;
    }

    List<MethodSpec> write() {
        List<MethodSpec> methods = new ArrayList<>();
        MethodSpec.Builder own = Signatures.own(scope).addJavadoc(javadoc());
        switch (scope.plan().entry()) {
            case Entry.Straight straight ->
                methods.add(own.addCode(Bodies.returningLast(scope, scope.outermost()))
                        .build());
            case Entry.Synchronous synchronous -> {
                methods.add(own.addCode(choose(synchronous)).build());
                methods.add(layer(synchronous.observed()));
            }
            case Entry.Asynchronous asynchronous -> {
                methods.addAll(starting(own, asynchronous));
                if (scope.method().isBatch()) {
                    methods.add(BatchWriter.write(scope));
                }
                asynchronous.fallback().ifPresent(layer -> methods.add(fallbackOfTask(layer)));
            }
        }
        if (scope.method().isScheduled()) {
            methods.add(1, ScheduledWriter.write(scope));
        }
        if (scope.method().isWorker()) {
            methods.addAll(1, WorkerWriter.write(scope));
        }
        scope.plan().layers().forEach(layer -> methods.add(layer(layer)));
        return methods;
    }

    private CodeBlock choose(Entry.Synchronous synchronous) {
        CodeBlock observed = scope.call(synchronous.observed().method(), scope.names(false));
        CodeBlock test = CodeBlock.of(
                "$T.hasListeners($L)",
                RuntimeClasses.DEFT,
                scope.field(scope.names().deft()));
        if (!scope.isVoid()) {
            return CodeBlock.builder()
                    .addStatement("return $L ? $L : $L", test, observed, scope.outermost())
                    .build();
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", test)
                .addStatement("$L", observed)
                .nextControlFlow("else")
                .addStatement("$L", scope.outermost())
                .endControlFlow()
                .build();
    }

    private List<MethodSpec> starting(MethodSpec.Builder own, Entry.Asynchronous entry) {
        if (scope.plan().starter().isEmpty()) {
            return List.of(own.addCode(start(entry)).build());
        }
        CodeBlock call = scope.call(scope.entry(), scope.names(false));
        return List.of(
                own.addStatement("$L", call).build(),
                Signatures.starter(scope)
                        .addJavadoc(
                                "Does what {@link #$L} does, and returns its task.",
                                scope.method().name())
                        .addCode(start(entry))
                        .build());
    }

    private CodeBlock start(Entry.Asynchronous entry) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$N", scope.constant()));
        entry.deadline().ifPresent(field -> arguments.add(CodeBlock.of("$L", scope.field(field))));
        arguments.add(CodeBlock.of("() -> $L", scope.outermost()));
        entry.fallback().ifPresent(layer -> arguments.add(fallback(layer)));
        CodeBlock.Builder call = CodeBlock.builder()
                .add(
                        "return $L.$L($L)",
                        entry.pool().map(scope::field).orElseGet(() -> scope.deft()),
                        entry.detached() ? "startDetached" : "start",
                        CodeBlock.join(arguments, ", "));
        entry.onSuccess().ifPresent(method -> call.add("\n.onSuccess($L)", onSuccess(method)));
        entry.onFailure().ifPresent(method -> call.add("\n.onFailure($L)", onFailure(method)));
        return CodeBlock.builder().addStatement(call.build()).build();
    }

    private CodeBlock fallback(Layer.Handled layer) {
        String failure = scope.local("failure");
        List<CodeBlock> arguments = new ArrayList<>(scope.names(false));
        arguments.add(CodeBlock.of("$N", failure));
        CodeBlock call = scope.call(layer.method(), arguments);
        return CodeBlock.of("$N -> $L", failure, call);
    }

    private CodeBlock onSuccess(NamedMethod named) {
        String result = scope.local(scope.isVoid() ? "nothing" : "result");
        return CodeBlock.of("$N -> $L", result, scope.callNamed(named, Values.result(result), false));
    }

    private CodeBlock onFailure(NamedMethod named) {
        String failure = scope.local("failure");
        String cause = scope.local("cause");
        var narrower = Narrowing.of(named);
        if (narrower.isEmpty()) {
            Values values = Values.failure(CodeBlock.of("$N", failure), scope.noResult());
            return CodeBlock.of("$N -> $L", failure, scope.callNamed(named, values, false));
        }
        Values values = Values.failure(CodeBlock.of("$N", cause), scope.noResult());
        return CodeBlock.builder()
                .add("$N -> {\n$>", failure)
                .add("if ($N instanceof $T $N) {\n$>", failure, narrower.get(), cause)
                .add("$L;\n$<}\n$<}", scope.callNamed(named, values, false))
                .build();
    }

    private MethodSpec fallbackOfTask(Layer.Handled layer) {
        HandledWriter writer = new HandledWriter();
        return Signatures.fallbackOfTask(scope, layer)
                .addJavadoc(writer.javadocOnTask(layer))
                .addCode(writer.handling(scope, layer))
                .build();
    }

    private MethodSpec layer(Layer layer) {
        return switch (layer) {
            case Layer.Observed each -> layer(each, new ObservedWriter());
            case Layer.Handled each -> layer(each, new HandledWriter());
            case Layer.Shared each -> layer(each, new SingleFlightWriter());
            case Layer.Bounded each -> layer(each, new DeadlineWriter());
            case Layer.Retried each -> layer(each, new RetryWriter());
            case Layer.Guarded each -> layer(each, new CircuitBreakerWriter());
            case Layer.Hedged each -> layer(each, new HedgeWriter());
            case Layer.Timed each -> layer(each, new TimeoutWriter());
            case Layer.Paced each -> layer(each, new RateLimitWriter());
            case Layer.Limited each -> layer(each, new LimitWriter());
            case Layer.Adapted each -> layer(each, new AdaptiveLimitWriter());
            case Layer.Locked each -> layer(each, new LockedWriter());
            case Layer.Cleaned each -> layer(each, new DeferredWriter());
            case Layer.Deferring each -> layer(each, new DeferringWriter());
            case Layer.Plain each -> layer(each, new PlainWriter());
        };
    }

    private <L extends Layer> MethodSpec layer(L layer, LayerWriter<L> writer) {
        return Signatures.layer(scope, layer)
                .addJavadoc(writer.javadoc(scope, layer))
                .addCode(writer.body(scope, layer))
                .build();
    }

    private CodeBlock javadoc() {
        CodeBlock.Builder javadoc = CodeBlock.builder();
        CodeBlock link = scope.linkToMethod();
        switch (scope.plan().entry()) {
            case Entry.Straight straight -> javadoc.add("Passes straight through to $L.", link);
            case Entry.Synchronous synchronous -> javadoc.add("Calls $L.", link);
            case Entry.Asynchronous asynchronous ->
                javadoc.add(
                        "Starts $L $L$L and returns at once.",
                        link,
                        asynchronous.pool().isPresent() ? "in a pool" : "on a new virtual thread",
                        asynchronous.detached() ? ", detached from the caller," : "");
        }
        List<CodeBlock> steps = new ArrayList<>();
        for (Step step : scope.plan().steps()) {
            CodeBlock code = Javadocs.code(step.code());
            steps.add(step.note().isEmpty() ? code : CodeBlock.of("$L ($L)", code, step.note()));
        }
        if (!steps.isEmpty()) {
            javadoc.add("\n\n<p>From the outside in: $L, the call.", CodeBlock.join(steps, ", "));
            WorstCase.of(scope.method()).ifPresent(worst -> javadoc.add(" At worst $L.", worst.text()));
        }
        if (scope.plan().deprecated().isPresent()) {
            javadoc.add("\n\n@deprecated as $L is", link);
        }
        return javadoc.build();
    }
}
