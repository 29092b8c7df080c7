package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.report.Problems;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;

/**
 * What reaches each method of a type: what stands on it; then what stands on the type that declares it, if it is public
 * there and not itself named by an annotation. A method that overrides another and bears nothing takes over what the
 * other bears; of several that are inherited as one, the first that bears something counts.
 */
final class MethodMarks {
    private final Lang lang;
    private final TypeElement root;
    private final Members members;
    private final Origin inherited;
    private final Problems problems;
    private final Map<TypeElement, Map<String, List<Mark>>> onTypes = new HashMap<>();
    private final Map<TypeElement, Set<ExecutableElement>> named = new HashMap<>();

    /** @param inherited the place to speak of when a word stands in another type */
    MethodMarks(Lang lang, TypeElement root, Members members, Origin inherited, Problems problems) {
        this.lang = lang;
        this.root = root;
        this.members = members;
        this.inherited = inherited;
        this.problems = problems;
    }

    /** The marks on the type itself. */
    Map<String, List<Mark>> onRoot() {
        return onType(root);
    }

    /** All marks that reach a method, by word. */
    Map<String, List<Mark>> of(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return declared(method);
        }
        return members.sources(method).stream()
                .map(this::declared)
                .filter(marks -> !marks.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    private Map<String, List<Mark>> declared(ExecutableElement method) {
        TypeElement type = Lang.declaringType(method);
        Map<String, List<Mark>> marks = new LinkedHashMap<>(Marks.of(method, problems));
        if (takesFromType(method, type)) {
            onType(type).forEach(marks::putIfAbsent);
        }
        if (!type.equals(root)) {
            marks.replaceAll(
                    (word, all) -> all.stream().map(mark -> mark.at(inherited)).toList());
        }
        return marks;
    }

    private Map<String, List<Mark>> onType(TypeElement type) {
        return onTypes.computeIfAbsent(type, each -> Marks.of(each, problems));
    }

    private boolean takesFromType(ExecutableElement method, TypeElement type) {
        return method.getModifiers().contains(Modifier.PUBLIC)
                && !onType(type).isEmpty()
                && !isOfObject(method)
                && !isOfCompiler(method, type)
                && !isNamedIn(type, method);
    }

    private boolean isOfObject(ExecutableElement method) {
        TypeElement object = lang.elements.getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .anyMatch(above -> above.getSimpleName().equals(method.getSimpleName())
                        && lang.types.isSubsignature(
                                (ExecutableType) method.asType(), (ExecutableType) above.asType()));
    }

    /** An enum's {@code values} and {@code valueOf}, a record's accessors: they are there whether written or not. */
    private static boolean isOfCompiler(ExecutableElement method, TypeElement type) {
        String name = method.getSimpleName().toString();
        int parameters = method.getParameters().size();
        if (type.getKind() == ElementKind.ENUM && method.getModifiers().contains(Modifier.STATIC)) {
            return (name.equals("values") && parameters == 0)
                    || (name.equals("valueOf")
                            && parameters == 1
                            && Lang.is(method.getParameters().get(0).asType(), "java.lang.String"));
        }
        return parameters == 0
                && type.getRecordComponents().stream()
                        .anyMatch(component -> component.getSimpleName().contentEquals(name));
    }

    private boolean isNamedIn(TypeElement type, ExecutableElement method) {
        return named
                .computeIfAbsent(type, each -> MethodsNamed.in(each, lang, root, members, onType(each), problems))
                .stream()
                .anyMatch(each -> members.standsFor(each, method));
    }
}
