package dev.deft.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.deft.processor.plan.Layer;
import dev.deft.processor.plan.MethodPlan;
import dev.deft.processor.plan.Parameter;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** The heads of methods. */
final class Signatures {
    private static final Set<Modifier> VISIBILITIES = Set.of(Modifier.PUBLIC, Modifier.PROTECTED);

    private Signatures() {}

    /** The wrapper's own method: as the user's, but for what is supplied and for what {@code @Async} changes. */
    static MethodSpec.Builder own(Scope scope) {
        MethodPlan plan = scope.plan();
        ExecutableElement element = plan.method().element();
        MethodSpec.Builder method = MethodSpec.methodBuilder(plan.method().name());
        if (plan.isOverride()) {
            method.addAnnotation(Override.class);
        }
        plan.deprecated().ifPresent(mirror -> method.addAnnotation(Annotations.copy(mirror)));
        if (plan.safeVarargs()) {
            method.addAnnotation(SafeVarargs.class);
        }
        suppress(method, plan.warnings());
        element.getModifiers().stream().filter(VISIBILITIES::contains).forEach(method::addModifiers);
        if (plan.safeVarargs()) {
            method.addModifiers(Modifier.FINAL);
        }
        method.addTypeVariables(scope.types().declarations(plan.method().type().getTypeVariables()));
        boolean returnsTask = plan.method().isAsync() && plan.starter().isEmpty();
        method.returns(returnsTask ? task(scope) : scope.resultType());
        method.addParameters(parameters(scope, false)).varargs(element.isVarArgs());
        if (!plan.method().isAsync()) {
            method.addExceptions(thrown(scope, plan.method().type().getThrownTypes()));
        }
        return method;
    }

    /** The private method that starts the task of one that returns nothing. */
    static MethodSpec.Builder starter(Scope scope) {
        MethodPlan plan = scope.plan();
        MethodSpec.Builder method = MethodSpec.methodBuilder(scope.entry());
        plan.deprecated().ifPresent(mirror -> method.addAnnotation(Annotations.copy(mirror)));
        suppress(method, plan.starterWarnings());
        return method.addModifiers(Modifier.PRIVATE)
                .addTypeVariables(
                        scope.types().declarations(plan.method().type().getTypeVariables()))
                .returns(task(scope))
                .addParameters(parameters(scope, false));
    }

    /** The method that {@code @Batch} adds, without its parameter. */
    static MethodSpec.Builder batch(Scope scope) {
        MethodPlan plan = scope.plan();
        return beside(scope, plan.method().batchName(), plan.batchWarnings())
                .returns(ParameterizedTypeName.get(RuntimeClasses.TASK_GROUP, boxedResult(scope)));
    }

    /**
     * A method that a word adds beside the wrapper's own: as visible, as generic and as deprecated as that, with the
     * warnings that it has itself.
     */
    static MethodSpec.Builder beside(Scope scope, String name, List<String> warnings) {
        MethodPlan plan = scope.plan();
        MethodSpec.Builder method = MethodSpec.methodBuilder(name);
        plan.deprecated().ifPresent(mirror -> method.addAnnotation(Annotations.copy(mirror)));
        suppress(method, warnings);
        plan.method().element().getModifiers().stream()
                .filter(VISIBILITIES::contains)
                .forEach(method::addModifiers);
        return method.addTypeVariables(
                scope.types().declarations(plan.method().type().getTypeVariables()));
    }

    /** The private method of a layer. */
    static MethodSpec.Builder layer(Scope scope, Layer layer) {
        return inner(scope, layer)
                .addExceptions(thrown(scope, scope.method().type().getThrownTypes()));
    }

    /** The private method that a task calls when it has failed: it may throw the failure again, whatever that is. */
    static MethodSpec.Builder fallbackOfTask(Scope scope, Layer layer) {
        return inner(scope, layer)
                .addParameter(ParameterSpec.builder(RuntimeClasses.THROWABLE, scope.local("thrown"))
                        .build())
                .addException(RuntimeClasses.THROWABLE);
    }

    private static MethodSpec.Builder inner(Scope scope, Layer layer) {
        MethodPlan plan = scope.plan();
        MethodSpec.Builder method = MethodSpec.methodBuilder(layer.method());
        if (plan.deprecatedLayers().contains(layer.method())) {
            method.addAnnotation(Deprecated.class);
        }
        suppress(method, plan.layerWarnings().getOrDefault(layer.method(), List.of()));
        return method.addModifiers(Modifier.PRIVATE)
                .addTypeVariables(
                        scope.types().declarations(plan.method().type().getTypeVariables()))
                .returns(scope.resultType())
                .addParameters(parameters(scope, true));
    }

    /** Marks what only repeats a warning that the user's own code has had. */
    static AnnotationSpec suppressing(List<String> warnings) {
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
        warnings.forEach(warning -> annotation.addMember("value", "$S", warning));
        return annotation.build();
    }

    static void suppress(MethodSpec.Builder method, List<String> warnings) {
        if (!warnings.isEmpty()) {
            method.addAnnotation(suppressing(warnings));
        }
    }

    private static TypeName task(Scope scope) {
        return ParameterizedTypeName.get(RuntimeClasses.TASK, boxedResult(scope));
    }

    static TypeName boxedResult(Scope scope) {
        TypeName result = scope.resultType();
        return result.equals(TypeName.VOID) ? ClassName.get(Void.class) : result.box();
    }

    private static List<ParameterSpec> parameters(Scope scope, boolean inner) {
        return scope.plan().passed().stream()
                .map(parameter -> parameter(scope, parameter, inner))
                .toList();
    }

    private static ParameterSpec parameter(Scope scope, Parameter parameter, boolean inner) {
        TypeName type = scope.types().of(parameter.type(), parameter.element().asType());
        return ParameterSpec.builder(type, inner ? parameter.inner() : parameter.name())
                .build();
    }

    private static List<TypeName> thrown(Scope scope, List<? extends TypeMirror> types) {
        return types.stream().map(scope.types()::of).toList();
    }
}
