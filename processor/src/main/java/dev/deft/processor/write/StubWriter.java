package dev.deft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.plan.MethodPlan;
import dev.deft.processor.plan.WrapperPlan;
import java.util.function.Predicate;

/**
 * Writes what stands for a wrapper when the wrapped type has errors: the same class with the same signatures, so that
 * code that uses it has no errors of its own. It never runs, because the compilation has failed.
 */
public final class StubWriter {
    private StubWriter() {}

    /** The source of a stub. */
    public static JavaSource write(WrapperPlan plan) {
        WrapperWriter writer = new WrapperWriter(plan);
        TypeSpec.Builder stub = writer.head();
        writer.constructorHeads().forEach(head -> stub.addMethod(body(plan, head)));
        writer.factoryHeads().forEach(head -> stub.addMethod(body(plan, head)));
        for (MethodPlan method : plan.methods()) {
            Scope scope = new Scope(plan, method);
            stub.addMethod(body(plan, Signatures.own(scope)));
            if (hasBatch(plan, method)) {
                stub.addMethod(body(plan, BatchWriter.head(scope)));
            }
            if (hasSchedule(plan, method)) {
                stub.addMethod(body(plan, ScheduledWriter.head(scope)));
            }
            if (hasWorkers(plan, method)) {
                WorkerWriter.heads(scope).forEach(head -> stub.addMethod(body(plan, head)));
            }
        }
        return SourceText.of(plan.type().packageName(), stub.build(), plan.packageDeclares());
    }

    /** Whether what {@code @Batch} adds can be declared, which may be the very error. */
    private static boolean hasBatch(WrapperPlan plan, MethodPlan method) {
        String name = method.method().batchName();
        return method.method().isBatch()
                && method.method().isAsync()
                && method.passed().size() == 1
                && isFree(
                        plan,
                        name,
                        other -> other.isBatch() && other.batchName().equals(name));
    }

    /** The same for {@code @Scheduled}. */
    private static boolean hasSchedule(WrapperPlan plan, MethodPlan method) {
        String name = method.method().scheduleName();
        return method.method().isScheduled()
                && method.passed().isEmpty()
                && isFree(
                        plan,
                        name,
                        other -> other.isScheduled() && other.scheduleName().equals(name));
    }

    /** The same for {@code @Worker}. */
    private static boolean hasWorkers(WrapperPlan plan, MethodPlan method) {
        String name = method.method().workersName();
        return method.method().isWorker()
                && plan.type().seesChannels()
                && method.passed().size() == 1
                && isFree(
                        plan,
                        name,
                        other -> other.isWorker() && other.workersName().equals(name));
    }

    /** Whether no method has the name of an added one, and only one adds one of that name. */
    private static boolean isFree(WrapperPlan plan, String name, Predicate<TaskMethod> adds) {
        return plan.type().methods().stream().noneMatch(other -> other.name().equals(name))
                && !plan.type().inheritsMethod(name)
                && plan.type().methods().stream().filter(adds).count() == 1;
    }

    private static MethodSpec body(WrapperPlan plan, MethodSpec.Builder method) {
        String message = plan.type().element().getSimpleName() + " has errors: this is only a stub of its wrapper";
        return method.addStatement("throw new $T($S)", ClassName.get(UnsupportedOperationException.class), message)
                .build();
    }
}
