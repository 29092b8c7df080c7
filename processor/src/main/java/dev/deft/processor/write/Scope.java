package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.deft.processor.model.Argument;
import dev.deft.processor.model.KeyPath;
import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.StageKind;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.plan.FieldNames;
import dev.deft.processor.plan.Layer;
import dev.deft.processor.plan.MethodPlan;
import dev.deft.processor.plan.Overloads;
import dev.deft.processor.plan.Parameter;
import dev.deft.processor.plan.RawTypes;
import dev.deft.processor.plan.WrapperPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What the writers of one method and of its layers share: how to mention and to call what is around them. */
final class Scope {
    private final WrapperPlan wrapper;
    private final MethodPlan plan;
    private final TypeNames types;

    Scope(WrapperPlan wrapper, MethodPlan plan) {
        this.wrapper = wrapper;
        this.plan = plan;
        this.types = new TypeNames(wrapper.type().packageName(), plan.typeVariables());
    }

    MethodPlan plan() {
        return plan;
    }

    TaskMethod method() {
        return plan.method();
    }

    TypeNames types() {
        return types;
    }

    boolean isVoid() {
        return plan.isVoid();
    }

    String constant() {
        return plan.constant();
    }

    /** The name of a local variable. */
    String local(String wish) {
        return plan.locals().name(wish);
    }

    /** A field of the wrapper. */
    String field(String name) {
        return plan.locals().field(name);
    }

    /** The field that holds the runtime. */
    String deft() {
        return field(names().deft());
    }

    FieldNames names() {
        return wrapper.fields();
    }

    /** What the layers return. */
    TypeName resultType() {
        TypeMirror returned = method().element().getReturnType();
        if (method().stage() == StageKind.NONE) {
            return types.of(method().resultType(), returned);
        }
        boolean shows = returned instanceof DeclaredType stage
                && stage.getTypeArguments().size() == 1;
        return types.of(
                method().resultType(),
                shows ? ((DeclaredType) returned).getTypeArguments().get(0) : null);
    }

    /**
     * The same for a local variable. What the type as a whole bears says nothing new there; what its arguments bear has to
     * stay, because checkers of types compare those.
     */
    TypeName localType() {
        return resultType().withoutAnnotations();
    }

    /** What stands for a result where there is none. */
    CodeBlock noResult() {
        return CodeBlock.of(
                switch (method().resultType().getKind()) {
                    case BOOLEAN -> "false";
                    case CHAR -> "'\\0'";
                    case BYTE -> "(byte) 0";
                    case SHORT -> "(short) 0";
                    case INT -> "0";
                    case LONG -> "0L";
                    case FLOAT -> "0.0f";
                    case DOUBLE -> "0.0";
                    default -> "null";
                });
    }

    /** The layer within {@code layer}, in Javadoc. */
    CodeBlock linkWithin(Layer layer) {
        int next = plan.layers().indexOf(layer) + 1;
        return next < plan.layers().size()
                ? Javadocs.link(plan.layers().get(next).method())
                : linkToMethod();
    }

    CodeBlock linkToMethod() {
        return link(method().element());
    }

    /** A method of the wrapped type, in Javadoc. */
    CodeBlock link(ExecutableElement method) {
        return Javadocs.link(wrapper.type().element(), method, types);
    }

    /** The call of the outermost layer, from the wrapper's own method. */
    CodeBlock outermost() {
        return at(0, false);
    }

    /** The same from a private method. */
    Inside outermostFromLayer() {
        return inside(0);
    }

    /** The call of what lies within a layer. */
    Inside within(Layer layer) {
        return inside(plan.layers().indexOf(layer) + 1);
    }

    private Inside inside(int layer) {
        boolean isMethod = layer == plan.layers().size();
        return new Inside(wrapper.faults() && isMethod ? injectFaults() : CodeBlock.of(""), at(layer, true));
    }

    private CodeBlock injectFaults() {
        return CodeBlock.of(
                "$T.injectFaults($L, $N); // those that the runtime was built with, if any\n",
                RuntimeClasses.DEFT,
                deft(),
                constant());
    }

    private CodeBlock at(int layer, boolean inner) {
        return layer < plan.layers().size() ? call(plan.layers().get(layer).method(), names(inner)) : callMethod(inner);
    }

    /** The names of the parameters that are passed on. */
    List<CodeBlock> names(boolean inner) {
        return plan.passed().stream()
                .map(parameter -> CodeBlock.of("$N", inner ? parameter.inner() : parameter.name()))
                .toList();
    }

    /** The qualified name of the wrapped type. */
    String owner() {
        return wrapper.type().qualifiedName();
    }

    /** The call of a private method. */
    CodeBlock call(String name, List<CodeBlock> arguments) {
        return plan.explicitTypeArguments()
                ? CodeBlock.of("this.$L$N($L)", typeArguments(), name, list(arguments))
                : CodeBlock.of("$N($L)", name, list(arguments));
    }

    /** The call of the wrapped method, its stage awaited. */
    private CodeBlock callMethod(boolean inner) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Parameter parameter : plan.parameters()) {
            arguments.add(
                    switch (parameter.injection()) {
                        case NONE -> CodeBlock.of("$N", inner ? parameter.inner() : parameter.name());
                        case CONTEXT -> CodeBlock.of("$T.current()", RuntimeClasses.TASK_CONTEXT);
                        case DEFER -> CodeBlock.of("$N", local("defer"));
                    });
        }
        CodeBlock call = CodeBlock.of(
                "$L.$L$N($L)",
                method().isStatic()
                        ? owner(method().element())
                        : wrapper.type().isSubclassed() ? CodeBlock.of("super") : self(),
                plan.explicitTypeArguments() ? typeArguments() : CodeBlock.of(""),
                method().name(),
                list(arguments));
        return await(call, method().stage(), method().type().getReturnType());
    }

    /** The call of a method that an annotation names, from a layer. */
    CodeBlock callNamed(NamedMethod named, Values values) {
        return callNamed(named, values, true);
    }

    /** The same from the wrapper's own method, where the parameters have their own names. */
    CodeBlock callNamed(NamedMethod named, Values values, boolean inner) {
        boolean overloaded = Overloads.exist(wrapper.type().element(), named.name());
        List<CodeBlock> arguments = new ArrayList<>();
        for (int i = 0; i < named.arguments().size(); i++) {
            CodeBlock argument = argument(named.arguments().get(i), values, inner);
            TypeMirror type = named.method().getParameters().get(i).asType();
            arguments.add(overloaded ? typedNull(argument, type) : argument);
        }
        CodeBlock call = CodeBlock.of(
                "$L.$N($L)", named.isStatic() ? owner(named.method()) : self(), named.name(), list(arguments));
        return await(call, named.stage(), named.method().getReturnType());
    }

    private CodeBlock argument(Argument argument, Values values, boolean inner) {
        return switch (argument) {
            case Argument.Parameter own -> parameter(own, inner);
            case Argument.Failure failure -> values.failure();
            case Argument.Result result -> values.result();
            case Argument.Attempt attempt -> values.attempt();
            case Argument.Context context -> CodeBlock.of("$T.current()", RuntimeClasses.TASK_CONTEXT);
        };
    }

    private CodeBlock parameter(Argument.Parameter own, boolean inner) {
        for (Parameter parameter : plan.parameters()) {
            if (parameter.element().equals(own.parameter())) {
                return parameter.isPassed()
                        ? CodeBlock.of("$N", inner ? parameter.inner() : parameter.name())
                        : CodeBlock.of("$T.current()", RuntimeClasses.TASK_CONTEXT);
            }
        }
        throw new IllegalArgumentException(own.toString());
    }

    /** What a path leads to, from a layer: {@code order.customer().id()}. */
    CodeBlock read(KeyPath path) {
        CodeBlock.Builder code = CodeBlock.builder().add(parameter(new Argument.Parameter(path.parameter()), true));
        for (KeyPath.Step step : path.steps()) {
            switch (step) {
                case KeyPath.Step.Call call ->
                    code.add(".$N()", call.method().getSimpleName().toString());
                case KeyPath.Step.Field field ->
                    code.add(".$N", field.field().getSimpleName().toString());
                case KeyPath.Step.Length length -> code.add(".length");
            }
        }
        return code.build();
    }

    /** A bare {@code null} would not tell one overload from another. */
    private CodeBlock typedNull(CodeBlock value, TypeMirror type) {
        boolean isNull = value.toString().equals("null");
        return isNull ? CodeBlock.of("($T) null", types.erased(type)) : value;
    }

    /** The object of the wrapped type. */
    CodeBlock self() {
        return wrapper.type().isSubclassed() ? CodeBlock.of("this") : CodeBlock.of("$N", field(names().target()));
    }

    /** What a static method is called on. */
    private CodeBlock owner(ExecutableElement called) {
        TypeElement owner = (TypeElement) Objects.requireNonNull(called.getEnclosingElement());
        // Static methods of interfaces are not inherited.
        TypeElement named =
                owner.getKind().isInterface() ? owner : wrapper.type().element();
        return CodeBlock.of("$T", TypeNames.raw(named.asType()));
    }

    /** The wrapper's method that does what the annotated one is to do, and returns its task under {@code @Async}. */
    String entry() {
        return plan.starter().orElse(method().name());
    }

    private CodeBlock typeArguments() {
        List<CodeBlock> names = plan.typeVariables().declared().stream()
                .map(variable -> CodeBlock.of("$L", plan.typeVariables().name(variable)))
                .toList();
        return CodeBlock.of("<$L>", CodeBlock.join(names, ", "));
    }

    private static CodeBlock await(CodeBlock call, StageKind stage, TypeMirror returned) {
        return switch (stage) {
            case NONE -> call;
            case STAGE ->
                CodeBlock.of("$T.await($L)", RuntimeClasses.TASK, checked(call, returned, CompletionStage.class));
            case FUTURE ->
                CodeBlock.of("$T.awaitFuture($L)", RuntimeClasses.TASK, checked(call, returned, Future.class));
        };
    }

    /** To look at a raw stage as one of anything makes no compiler suspicious. */
    private static CodeBlock checked(CodeBlock call, TypeMirror returned, Class<?> stage) {
        return RawTypes.isRawAs(returned, stage.getName()) ? CodeBlock.of("($T<?>) $L", stage, call) : call;
    }

    /** Arguments, on several lines where they are many. */
    private static CodeBlock list(List<CodeBlock> arguments) {
        return CodeBlock.join(arguments, ", ");
    }
}
