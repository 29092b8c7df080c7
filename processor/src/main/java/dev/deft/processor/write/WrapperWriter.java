package dev.deft.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.plan.FieldNames;
import dev.deft.processor.plan.FilterConstant;
import dev.deft.processor.plan.MethodPlan;
import dev.deft.processor.plan.PolicyField;
import dev.deft.processor.plan.WrapperPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class of a wrapper. */
public final class WrapperWriter {
    private static final String PROCESSOR = "dev.deft.processor.DeftProcessor";

    private final WrapperPlan plan;
    private final TaskType type;
    private final TypeNames types;
    private final List<TypeVariableName> variables;

    WrapperWriter(WrapperPlan plan) {
        this.plan = plan;
        this.type = plan.type();
        this.types = new TypeNames(type.packageName(), plan.typeVariables());
        this.variables = types.declarations();
    }

    /** The source of a wrapper. */
    public static JavaSource write(WrapperPlan plan) {
        TypeSpec written = new WrapperWriter(plan).type();
        return SourceText.of(plan.type().packageName(), written, plan.packageDeclares());
    }

    private TypeSpec type() {
        TypeSpec.Builder builder = head();
        fields(builder);
        for (MethodSpec.Builder head : constructorHeads()) {
            builder.addMethod(constructor(head));
        }
        builder.addMethods(factories());
        for (MethodPlan method : plan.methods()) {
            builder.addMethods(new MethodWriter(new Scope(plan, method)).write());
        }
        return builder.build();
    }

    /** The class without members. */
    TypeSpec.Builder head() {
        TypeSpec.Builder builder = TypeSpec.classBuilder(type.wrapperName())
                .addJavadoc(javadoc())
                .addAnnotation(RuntimeClasses.GENERATED_TASKS);
        type.generatedAnnotation()
                .ifPresent(generated -> builder.addAnnotation(AnnotationSpec.builder(ClassName.get(generated))
                        .addMember("value", "$S", PROCESSOR)
                        .build()));
        plan.deprecated().ifPresent(mirror -> builder.addAnnotation(Annotations.copy(mirror)));
        if (!plan.warnings().isEmpty()) {
            builder.addAnnotation(Signatures.suppressing(plan.warnings()));
        }
        builder.addModifiers(visibility())
                .addModifiers(Modifier.FINAL)
                .addTypeVariables(variables)
                .alwaysQualify(plan.qualified().toArray(String[]::new));
        if (type.isSubclassed()) {
            builder.superclass(types.of(type.type()));
        }
        type.implemented().ifPresent(implemented -> builder.addSuperinterface(types.of(implemented)));
        return builder;
    }

    private CodeBlock javadoc() {
        CodeBlock.Builder javadoc = CodeBlock.builder()
                .add(
                        "Runs the methods of {@link $T} under the policies that their annotations name$L.\n\n",
                        TypeNames.raw(type.type()),
                        type.isSubclassed() ? ", where it calls them itself, too" : "")
                .add(
                        "<p>Written by Deft from {@code $L}; change the annotations there and build again.",
                        String.join(".", TypeNames.raw(type.type()).simpleNames()));
        if (plan.deprecated().isPresent()) {
            javadoc.add("\n\n@deprecated as {@link $T} is", TypeNames.raw(type.type()));
        }
        return javadoc.build();
    }

    private Modifier[] visibility() {
        return plan.isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
    }

    private void fields(TypeSpec.Builder builder) {
        for (MethodPlan method : plan.methods()) {
            if (!method.constant().isEmpty()) {
                builder.addField(constant(method));
            }
        }
        for (FilterConstant filter : plan.filters()) {
            builder.addField(filter(filter));
        }
        if (type.hasTarget()) {
            builder.addField(types.of(type.type()), plan.fields().target(), Modifier.PRIVATE, Modifier.FINAL);
        }
        builder.addField(RuntimeClasses.DEFT, plan.fields().deft(), Modifier.PRIVATE, Modifier.FINAL);
        for (PolicyField policy : plan.policies()) {
            builder.addField(policyType(policy), policy.name(), Modifier.PRIVATE, Modifier.FINAL);
        }
    }

    private static FieldSpec filter(FilterConstant filter) {
        FieldSpec.Builder field = FieldSpec.builder(
                        RuntimeClasses.FAILURE_FILTER, filter.name(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(Settings.filter(filter.failures()));
        if (!filter.warnings().isEmpty()) {
            field.addAnnotation(Signatures.suppressing(filter.warnings()));
        }
        return field.build();
    }

    private FieldSpec constant(MethodPlan method) {
        CodeBlock.Builder names = CodeBlock.builder()
                .add("$S, $S", type.qualifiedName(), method.method().name());
        method.taskParameters().forEach(parameter -> names.add(", $S", parameter));
        return FieldSpec.builder(
                        RuntimeClasses.TASK_NAME, method.constant(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($L)", RuntimeClasses.TASK_NAME, names.build())
                .build();
    }

    private static ClassName policyType(PolicyField policy) {
        return switch (policy.word()) {
            case Word.Retry retry -> RuntimeClasses.RETRY_POLICY;
            case Word.CircuitBreaker circuit ->
                circuit.key().isPresent()
                        ? RuntimeClasses.KEYED_CIRCUIT_BREAKER
                        : RuntimeClasses.CIRCUIT_BREAKER_POLICY;
            case Word.Hedge hedge -> RuntimeClasses.HEDGE_POLICY;
            case Word.AdaptiveLimit limit -> RuntimeClasses.ADAPTIVE_LIMIT_POLICY;
            case Word.SingleFlight flight -> RuntimeClasses.SINGLE_FLIGHT_POLICY;
            case Word.Timeout timeout -> RuntimeClasses.TIMEOUT_POLICY;
            case Word.Deadline deadline -> RuntimeClasses.DEADLINE_POLICY;
            case Word.Async async -> RuntimeClasses.TASK_POOL;
            case Word.RateLimit rate ->
                rate.key().isPresent() ? RuntimeClasses.KEYED_RATE_LIMIT : RuntimeClasses.RATE_LIMIT_POLICY;
            case Word.Limit limit -> limit.key().isPresent() ? RuntimeClasses.KEYED_LIMIT : RuntimeClasses.LIMIT_POLICY;
            case Word.Locked locked ->
                locked.key().isPresent() ? RuntimeClasses.KEYED_LOCK : RuntimeClasses.LOCK_POLICY;
            default -> throw new IllegalArgumentException(policy.toString());
        };
    }

    /** The constructors without what they set. */
    List<MethodSpec.Builder> constructorHeads() {
        return type.isSubclassed() ? subclass().constructorHeads() : List.of(constructorHead());
    }

    /** The factories without bodies. */
    List<MethodSpec.Builder> factoryHeads() {
        if (type.isSubclassed()) {
            return subclass().factoryHeads();
        }
        return plan.factory() ? List.of(factoryHead()) : List.of();
    }

    private List<MethodSpec> factories() {
        if (type.isSubclassed()) {
            return subclass().factories();
        }
        return plan.factory() ? List.of(factory()) : List.of();
    }

    private SubclassWriter subclass() {
        return new SubclassWriter(plan, types);
    }

    private MethodSpec.Builder constructorHead() {
        MethodSpec.Builder head = MethodSpec.constructorBuilder().addModifiers(visibility());
        FieldNames fields = plan.fields();
        if (type.hasTarget()) {
            head.addJavadoc(
                            "Wraps {@code $L}; what it shares with other wrappers of the class (permits, say) "
                                    + "belongs to {@code $L}.",
                            fields.target(),
                            fields.deft())
                    .addParameter(types.of(type.type()), fields.target());
        } else {
            head.addJavadoc(
                    "Runs on {@code $L}, to which belongs what it shares with other wrappers of the class.",
                    fields.deft());
        }
        return head.addParameter(RuntimeClasses.DEFT, fields.deft());
    }

    private MethodSpec constructor(MethodSpec.Builder constructor) {
        if (!type.isSubclassed()) {
            Signatures.suppress(constructor, plan.constructorWarnings());
        }
        String deft = plan.fields().deft();
        if (type.hasTarget()) {
            set(constructor, plan.fields().target());
        }
        set(constructor, deft);
        for (PolicyField policy : plan.policies()) {
            constructor.addStatement("this.$N = $L", policy.name(), policyOf(policy, deft));
        }
        if (plan.policies().stream().anyMatch(policy -> !isPool(policy))) {
            constructor.addStatement("$N.policies().checkSettings($S)", deft, type.qualifiedName());
        }
        return constructor.build();
    }

    private CodeBlock policyOf(PolicyField policy, String deft) {
        CodeBlock policies = CodeBlock.of("$N.policies()$L", deft, type.pinned() ? ".pinned()" : "");
        return switch (policy.word()) {
            case Word.Async async ->
                CodeBlock.of("$N.pool($L)", deft, Literals.of(async.pool().orElseThrow()));
            case Word.Locked locked -> Locks.policy(policy, locked, policies);
            default -> CodeBlock.of("$L.$L", policies, Settings.policy(policy));
        };
    }

    /** A pool is no policy, and no matter of settings. */
    private static boolean isPool(PolicyField policy) {
        return policy.word() instanceof Word.Async;
    }

    private static void set(MethodSpec.Builder constructor, String field) {
        constructor.addStatement("this.$N = $T.requireNonNull($N, $S)", field, RuntimeClasses.OBJECTS, field, field);
    }

    private MethodSpec.Builder factoryHead() {
        MethodSpec.Builder head = factoryHead(plan, variables, visibility());
        String target = plan.fields().target();
        return type.hasTarget()
                ? head.addJavadoc("Wraps {@code $L} on {@link $T#global()}.", target, RuntimeClasses.DEFT)
                        .addParameter(types.of(type.type()), target)
                : head.addJavadoc("Runs on {@link $T#global()}.", RuntimeClasses.DEFT);
    }

    private MethodSpec factory() {
        List<String> arguments = type.hasTarget() ? List.of(plan.fields().target()) : List.of();
        return factory(plan, factoryHead(), arguments);
    }

    /** {@code of} without parameters and body. */
    static MethodSpec.Builder factoryHead(WrapperPlan plan, List<TypeVariableName> variables, Modifier... visibility) {
        return MethodSpec.methodBuilder("of")
                .addModifiers(visibility)
                .addModifiers(Modifier.STATIC)
                .addTypeVariables(variables)
                .returns(
                        variables.isEmpty()
                                ? wrapper(plan)
                                : ParameterizedTypeName.get(
                                        wrapper(plan),
                                        variables.stream()
                                                .map(TypeVariableName::withoutAnnotations)
                                                .toArray(TypeName[]::new)));
    }

    /** {@code of}, which makes a wrapper of these. */
    static MethodSpec factory(WrapperPlan plan, MethodSpec.Builder head, List<String> arguments) {
        CodeBlock passed = arguments.stream()
                .map(argument -> CodeBlock.of("$N, ", argument))
                .collect(CodeBlock.joining(""));
        boolean isGeneric = !plan.typeVariables().declared().isEmpty();
        return head.addStatement(
                        "return new $T$L($L$T.global())",
                        wrapper(plan),
                        isGeneric ? "<>" : "",
                        passed,
                        RuntimeClasses.DEFT)
                .build();
    }

    private static ClassName wrapper(WrapperPlan plan) {
        return ClassName.get(plan.type().packageName(), plan.type().wrapperName());
    }
}
