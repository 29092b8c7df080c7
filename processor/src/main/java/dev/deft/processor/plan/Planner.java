package dev.deft.processor.plan;

import dev.deft.processor.model.Family;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** From what was read to what will be written: all decisions about one wrapper. */
public final class Planner {
    private final Elements elements;
    private final boolean faults;

    /**
     * For one compilation.
     *
     * @param faults whether wrappers ask for faults before they call a body
     */
    public Planner(Elements elements, boolean faults) {
        this.elements = elements;
        this.faults = faults;
    }

    /** Plans the wrapper of a type that was found to be in order. */
    public WrapperPlan plan(TaskType type) {
        WrapperNames names = new WrapperNames(type);
        TypeVariables variables = typeVariables(type.element());
        Optional<AnnotationMirror> deprecated = Warnings.deprecation(type.element());
        MethodPlanner planner = new MethodPlanner(type, names, variables, deprecated.isPresent(), faults);
        List<MethodPlan> methods = type.methods().stream().map(planner::plan).toList();
        return new WrapperPlan(
                type,
                variables,
                isPublic(type.element()),
                names.fieldNames(),
                new ConstructorPlanner(type, variables, deprecated.isPresent())
                        .plan(constructorWarnings(type, deprecated.isPresent())),
                hasFactory(type),
                faults,
                deprecated,
                warnings(type, variables, deprecated),
                constructorWarnings(type, deprecated.isPresent()),
                planner.filters(),
                planner.policies(),
                methods,
                Set.copyOf(names.inherited()),
                simpleName -> declares(type.packageName(), simpleName));
    }

    /** Plans what stands for the wrapper of a type that has errors: signatures only. */
    public WrapperPlan planStub(TaskType type) {
        return plan(type.with(
                type.implemented(),
                type.methods().stream().map(Planner::withoutWords).toList()));
    }

    /** {@code @Async} stays and what adds a method, because the signatures show them. */
    private static TaskMethod withoutWords(TaskMethod method) {
        List<Word> shown = method.words(Word.Async.class)
                .<Word>map(word -> new Word.Async(
                        word.origin(),
                        word.text(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        word.detached()))
                .collect(Collectors.toCollection(ArrayList::new));
        method.words().stream().filter(Steps::addsMethod).forEach(shown::add);
        return new TaskMethod(
                method.element(),
                method.type(),
                List.copyOf(shown),
                Optional.empty(),
                method.resultType(),
                method.stage(),
                method.throwsInterruption(),
                method.overridesInterface());
    }

    private boolean declares(String packageName, String simpleName) {
        String name = packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
        return elements.getTypeElement(name) != null;
    }

    private static boolean isPublic(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /** The type's own type variables after those of the types around it, if it is an inner class. */
    private static TypeVariables typeVariables(TypeElement type) {
        List<TypeParameterElement> declared = new ArrayList<>(type.getTypeParameters());
        Element inner = type;
        while (!inner.getModifiers().contains(Modifier.STATIC)
                && inner.getEnclosingElement() instanceof TypeElement outer) {
            declared.addAll(0, outer.getTypeParameters());
            inner = outer;
        }
        Names names = new Names();
        Map<TypeParameterElement, String> renamed = new LinkedHashMap<>();
        for (TypeParameterElement variable : declared.reversed()) {
            String own = variable.getSimpleName().toString();
            String name = names.take(own);
            if (!name.equals(own)) {
                renamed.put(variable, name);
            }
        }
        return new TypeVariables(List.copyOf(declared), Map.copyOf(renamed));
    }

    /** {@code of} is left out when a method of the user's has its name and its parameters. */
    private static boolean hasFactory(TaskType type) {
        String parameter = type.hasTarget() ? type.element().getQualifiedName().toString() : "";
        return type.methods().stream()
                .filter(method -> method.name().equals("of"))
                .map(TaskMethod::element)
                .noneMatch(method -> erasedParameters(method).equals(parameter));
    }

    private static String erasedParameters(ExecutableElement method) {
        List<String> erased = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            if (!MethodNames.isInjected(parameter.asType())) {
                erased.add(TypeTexts.erased(parameter.asType()));
            }
        }
        return String.join(",", erased);
    }

    /** The constructor names the failures that policies look at. */
    private static List<String> constructorWarnings(TaskType type, boolean deprecated) {
        List<TypeMirror> failures = type.methods().stream()
                .flatMap(method -> method.words(Word.Selective.class))
                .filter(word -> !(word instanceof Word.Fallback || word instanceof Word.Recover))
                .flatMap(word -> word.failures().all().stream())
                .toList();
        return List.copyOf(Warnings.ofMentioning(failures, deprecated));
    }

    private static List<String> warnings(
            TaskType type, TypeVariables variables, Optional<AnnotationMirror> deprecated) {
        Set<String> warnings = Warnings.ofDeclaring(variables.declared(), deprecated.isPresent());
        List<TypeMirror> mentioned = new ArrayList<>(List.of(type.type()));
        type.implemented().ifPresent(mentioned::add);
        warnings.addAll(Warnings.ofMentioning(mentioned, deprecated.isPresent()));
        if (Overriding.isUnchecked(type)) {
            warnings.add("unchecked");
        }
        if (type.isSubclassed() && isSerializable(type.element())) {
            warnings.add("serial"); // its state is none that could be written, whatever that of the class is
        }
        return List.copyOf(warnings);
    }

    private static boolean isSerializable(TypeElement type) {
        return Family.of(type).stream().anyMatch(each -> each.getQualifiedName().contentEquals("java.io.Serializable"));
    }
}
