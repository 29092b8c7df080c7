package dev.deft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.deft.processor.plan.MethodPlan;
import dev.deft.processor.plan.WrapperPlan;

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
        stub.addMethod(body(plan, writer.constructorHead()));
        if (plan.factory()) {
            stub.addMethod(body(plan, writer.factoryHead()));
        }
        for (MethodPlan method : plan.methods()) {
            stub.addMethod(body(plan, Signatures.own(new Scope(plan, method))));
        }
        return SourceText.of(plan.type().packageName(), stub.build(), plan.packageDeclares());
    }

    private static MethodSpec body(WrapperPlan plan, MethodSpec.Builder method) {
        String message = plan.type().element().getSimpleName() + " has errors: this is only a stub of its wrapper";
        return method.addStatement("throw new $T($S)", ClassName.get(UnsupportedOperationException.class), message)
                .build();
    }
}
