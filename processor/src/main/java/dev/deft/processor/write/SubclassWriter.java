package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.deft.processor.plan.ConstructorPlan;
import dev.deft.processor.plan.WrapperPlan;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Writes how a wrapper is made that extends its class: the constructors of the class, with a runtime, and {@code of}. */
final class SubclassWriter {
    private static final Set<Modifier> VISIBILITIES = Set.of(Modifier.PUBLIC, Modifier.PROTECTED);

    private final WrapperPlan plan;
    private final TypeNames types;

    SubclassWriter(WrapperPlan plan, TypeNames types) {
        this.plan = plan;
        this.types = types;
    }

    /** The constructors as far as they call those of the class. */
    List<MethodSpec.Builder> constructorHeads() {
        return plan.constructors().stream().map(this::constructorHead).toList();
    }

    private MethodSpec.Builder constructorHead(ConstructorPlan constructor) {
        ExecutableElement element = constructor.element();
        TypeNames own = new TypeNames(plan.type().packageName(), constructor.typeVariables());
        String deft = plan.fields().deft();
        MethodSpec.Builder head = MethodSpec.constructorBuilder();
        mark(head, constructor, constructor.warnings());
        return head.addModifiers(visibility(element))
                .addJavadoc(
                        "As $L, on {@code $L}, to which belongs what it shares with other wrappers of the class (permits, say)$L",
                        link(element),
                        deft,
                        deprecation(constructor))
                .addTypeVariables(own.declarations())
                .addParameters(parameters(element, own))
                .addParameter(RuntimeClasses.DEFT, deft)
                .addExceptions(element.getThrownTypes().stream().map(own::of).toList())
                .addStatement("super($L)", String.join(", ", names(element)));
    }

    /** {@code of} for each of them that allows it, without a body. */
    List<MethodSpec.Builder> factoryHeads() {
        return makeable().stream().map(this::factoryHead).toList();
    }

    /** The same, whole. */
    List<MethodSpec> factories() {
        return makeable().stream()
                .map(constructor -> WrapperWriter.factory(plan, factoryHead(constructor), names(constructor.element())))
                .toList();
    }

    private List<ConstructorPlan> makeable() {
        return plan.constructors().stream().filter(ConstructorPlan::factory).toList();
    }

    private MethodSpec.Builder factoryHead(ConstructorPlan constructor) {
        ExecutableElement element = constructor.element();
        MethodSpec.Builder head = WrapperWriter.factoryHead(plan, types.declarations(), visibility(element));
        mark(head, constructor, constructor.factoryWarnings());
        return head.addJavadoc(
                        "As $L, on {@link $T#global()}$L", link(element), RuntimeClasses.DEFT, deprecation(constructor))
                .addParameters(parameters(element, types))
                .varargs(constructor.factoryVarargs())
                .addExceptions(element.getThrownTypes().stream().map(types::of).toList());
    }

    private static void mark(MethodSpec.Builder method, ConstructorPlan constructor, List<String> warnings) {
        constructor.deprecated().ifPresent(mirror -> method.addAnnotation(Annotations.copy(mirror)));
        Signatures.suppress(method, warnings);
    }

    private CodeBlock link(ExecutableElement constructor) {
        return Javadocs.linkToConstructor(plan.type().element(), constructor, types);
    }

    private CodeBlock deprecation(ConstructorPlan constructor) {
        return constructor.deprecated().isEmpty()
                ? CodeBlock.of(".")
                : CodeBlock.of(".\n\n@deprecated as $L is", link(constructor.element()));
    }

    private static Modifier[] visibility(ExecutableElement constructor) {
        return constructor.getModifiers().stream()
                .filter(VISIBILITIES::contains)
                .toArray(Modifier[]::new);
    }

    private static List<ParameterSpec> parameters(ExecutableElement constructor, TypeNames types) {
        return constructor.getParameters().stream()
                .map(parameter -> ParameterSpec.builder(types.of(parameter.asType()), name(parameter))
                        .build())
                .toList();
    }

    private static List<String> names(ExecutableElement constructor) {
        return constructor.getParameters().stream().map(SubclassWriter::name).toList();
    }

    private static String name(VariableElement parameter) {
        return parameter.getSimpleName().toString();
    }
}
