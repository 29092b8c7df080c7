package dev.deft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.deft.processor.model.Word;
import java.util.List;

/** Writes what {@code @Scheduled} adds to the wrapper. */
final class ScheduledWriter {
    private ScheduledWriter() {}

    static MethodSpec write(Scope scope) {
        Word.Scheduled scheduled =
                scope.method().words(Word.Scheduled.class).findFirst().orElseThrow();
        String method = scope.method().name();
        CodeBlock call = scope.call(scope.entry(), List.of());
        return head(scope)
                .addJavadoc(
                        "Calls {@link #$L} again and again, until the task that this returns is cancelled.\n\n<p>$L",
                        method,
                        Javadocs.code(scheduled.text()))
                .addStatement(
                        "return $L.schedule(\n$T.of($S, $S),\n$L,\n() -> $L)",
                        scope.deft(),
                        RuntimeClasses.TASK_NAME,
                        scope.owner(),
                        scope.method().scheduleName(),
                        schedule(scheduled),
                        scope.method().isAsync() ? CodeBlock.of("$T.await($L)", RuntimeClasses.TASK, call) : call)
                .build();
    }

    /** The method without a body. */
    static MethodSpec.Builder head(Scope scope) {
        return Signatures.beside(
                        scope, scope.method().scheduleName(), scope.plan().scheduleWarnings())
                .returns(ParameterizedTypeName.get(RuntimeClasses.TASK, ClassName.get(Void.class)));
    }

    private static CodeBlock schedule(Word.Scheduled scheduled) {
        CodeBlock.Builder schedule = CodeBlock.builder().add("$T", RuntimeClasses.SCHEDULE);
        scheduled.every().ifPresent(every -> schedule.add(".every($L)", Durations.of(every.duration())));
        scheduled.delay().ifPresent(delay -> schedule.add(".delay($L)", Durations.of(delay.duration())));
        scheduled.cron().ifPresent(cron -> schedule.add(".cron($L)", Literals.of(cron)));
        scheduled.initialDelay().ifPresent(first -> schedule.add(".initialDelay($L)", Durations.of(first.duration())));
        scheduled.jitter().ifPresent(jitter -> schedule.add(".jitter($L)", Durations.of(jitter.duration())));
        if (scheduled.queued()) {
            schedule.add(".queued()");
        }
        return schedule.build();
    }
}
