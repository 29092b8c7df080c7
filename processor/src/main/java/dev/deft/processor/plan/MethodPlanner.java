package dev.deft.processor.plan;

import dev.deft.processor.model.RuntimeNames;
import dev.deft.processor.model.StageKind;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.plan.Parameter.Injection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Plans the methods of one wrapper, in declaration order. */
final class MethodPlanner {
    private final TaskType type;
    private final WrapperNames names;
    private final TypeVariables outer;
    private final boolean typeDeprecated;
    private final LayerPlanner layers;

    MethodPlanner(TaskType type, WrapperNames names, TypeVariables outer, boolean typeDeprecated, boolean faults) {
        this.type = type;
        this.names = names;
        this.outer = outer;
        this.typeDeprecated = typeDeprecated;
        this.layers = new LayerPlanner(names, typeDeprecated, faults);
    }

    List<FilterConstant> filters() {
        return layers.filters();
    }

    List<PolicyField> policies() {
        return layers.policies();
    }

    MethodPlan plan(TaskMethod method) {
        String stem = names.stem(method);
        boolean straight = method.words().isEmpty();
        TypeVariables variables = typeVariables(method);
        String constant = straight ? "" : names.field(MethodNames.constant(stem));
        List<Parameter> parameters = parameters(method);
        LayerPlanner.Result planned =
                straight ? LayerPlanner.STRAIGHT : layers.plan(method, stem, constant, parameters);
        Optional<AnnotationMirror> deprecated = Warnings.ownDeprecation(method.element());
        CalledMethods called = new CalledMethods(type.type(), method, planned, typeDeprecated);
        boolean deprecatedAnyway = typeDeprecated || deprecated.isPresent();
        Set<String> declared =
                Warnings.ofDeclaring(List.copyOf(method.element().getTypeParameters()), deprecatedAnyway);
        Set<String> mentioned = Warnings.ofMentioning(mentioned(method), deprecatedAnyway);
        mentioned.addAll(declared);
        Set<String> own = new TreeSet<>(mentioned);
        boolean safeVarargs = isHeapPolluting(method) && isSafeVarargs(method.element());
        if (isHeapPolluting(method)) {
            // The wrapper only hands the array on: whether that is safe the user has said, or has not.
            own.add(safeVarargs ? "varargs" : "unchecked");
        }
        if (Overriding.isFinalizer(method)) {
            own.add("removal");
        }
        Optional<String> starter = starter(method, stem);
        return new MethodPlan(
                method,
                constant,
                taskParameters(method),
                parameters,
                variables,
                needsTypeArguments(variables, parameters),
                starter,
                planned.entry(),
                planned.layers(),
                type.isSubclassed() || method.overridesInterface() || overridesObject(method, parameters),
                safeVarargs,
                deprecated,
                starter.isPresent() ? List.copyOf(own) : called.entryWarnings(own, deprecated.isPresent()),
                called.entryWarnings(mentioned, deprecated.isPresent()),
                List.copyOf(mentioned),
                List.copyOf(declared),
                called.workersWarnings(mentioned, deprecated.isPresent()),
                called.layerWarnings(mentioned(method)),
                called.deprecatedLayers(),
                new Locals(taken(method)),
                Steps.of(method.nested()));
    }

    private Optional<String> starter(TaskMethod method, String stem) {
        boolean dropsTask = type.isSubclassed()
                && method.isAsync()
                && method.type().getReturnType().getKind() == TypeKind.VOID;
        return dropsTask ? Optional.of(names.method(stem + "Started")) : Optional.empty();
    }

    private Set<String> taken(TaskMethod method) {
        Set<String> taken = new HashSet<>(names.spoken());
        for (VariableElement parameter : method.element().getParameters()) {
            if (!MethodNames.isInjected(parameter.asType())) {
                taken.add(parameter.getSimpleName().toString());
            }
        }
        return Set.copyOf(taken);
    }

    private List<Parameter> parameters(TaskMethod method) {
        Names inner = new Names().reserve(names.spoken());
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < method.element().getParameters().size(); i++) {
            VariableElement element = method.element().getParameters().get(i);
            String name = element.getSimpleName().toString();
            Injection injection = isPassedThrough(method) ? Injection.NONE : injection(element.asType());
            TypeMirror memberType = method.type().getParameterTypes().get(i);
            parameters.add(new Parameter(element, memberType, injection, name, inner.take(name)));
        }
        return List.copyOf(parameters);
    }

    /** A method of an interface that bears no words keeps all its parameters. */
    private static boolean isPassedThrough(TaskMethod method) {
        return method.words().isEmpty() && method.overridesInterface();
    }

    private static Injection injection(TypeMirror type) {
        if (MethodNames.is(type, RuntimeNames.TASK_CONTEXT)) {
            return Injection.CONTEXT;
        }
        return MethodNames.is(type, RuntimeNames.DEFER) ? Injection.DEFER : Injection.NONE;
    }

    /** Simple names, unless an overload differs from this one by packages only. */
    private List<String> taskParameters(TaskMethod method) {
        List<String> simple = texts(method, false);
        boolean ambiguous = type.methods().stream()
                .anyMatch(other -> !other.equals(method)
                        && other.name().equals(method.name())
                        && texts(other, false).equals(simple));
        return ambiguous ? texts(method, true) : simple;
    }

    private static List<String> texts(TaskMethod method, boolean qualified) {
        List<String> texts = new ArrayList<>();
        for (VariableElement parameter : method.element().getParameters()) {
            TypeMirror type = parameter.asType();
            if (injection(type) == Injection.NONE) {
                texts.add(qualified ? TypeTexts.erased(type) : TypeTexts.simple(type));
            }
        }
        return texts;
    }

    /** Inherited methods may bring a type variable that is named like one of the wrapper's. */
    private TypeVariables typeVariables(TaskMethod method) {
        Map<TypeParameterElement, String> renamed = new LinkedHashMap<>(outer.renamed());
        // A method of a raw supertype has none left.
        boolean isErased = method.type().getTypeVariables().isEmpty();
        List<TypeParameterElement> declared =
                isErased ? List.of() : List.copyOf(method.element().getTypeParameters());
        if (!type.element().equals(method.element().getEnclosingElement())) {
            Names variables = new Names();
            outer.declared().forEach(variable -> variables.take(outer.name(variable)));
            for (int i = 0; i < declared.size(); i++) {
                String name = variables.take(declared.get(i).getSimpleName().toString());
                renamed.put(declared.get(i), name);
                // In ecj the variables of the member are not those of the declaration.
                Element member = method.type().getTypeVariables().get(i).asElement();
                renamed.put((TypeParameterElement) member, name);
            }
        }
        return new TypeVariables(declared, Map.copyOf(renamed));
    }

    private static boolean needsTypeArguments(TypeVariables variables, List<Parameter> parameters) {
        Set<Element> told = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (parameter.isPassed()) {
                MentionedVariables.in(parameter.element().asType(), told);
            }
        }
        return !told.containsAll(variables.declared());
    }

    private static boolean isHeapPolluting(TaskMethod method) {
        if (!method.element().isVarArgs()) {
            return false;
        }
        TypeMirror last = method.type().getParameterTypes().getLast();
        return last instanceof ArrayType array && !Warnings.isReifiable(array.getComponentType());
    }

    private static boolean isSafeVarargs(ExecutableElement method) {
        return method.getAnnotationMirrors().stream()
                .anyMatch(mirror -> MethodNames.is(mirror.getAnnotationType(), "java.lang.SafeVarargs"));
    }

    private static boolean overridesObject(TaskMethod method, List<Parameter> parameters) {
        List<Parameter> passed = parameters.stream().filter(Parameter::isPassed).toList();
        return switch (method.name()) {
            case "toString", "hashCode", "clone", "finalize" -> passed.isEmpty();
            case "equals" -> passed.size() == 1 && MethodNames.is(passed.get(0).type(), "java.lang.Object");
            default -> false;
        };
    }

    private static List<TypeMirror> mentioned(TaskMethod method) {
        List<TypeMirror> types = new ArrayList<>(method.type().getParameterTypes());
        types.add(method.stage() == StageKind.NONE ? method.type().getReturnType() : method.resultType());
        types.addAll(method.type().getThrownTypes());
        return types;
    }
}
