package dev.deft.processor.discover;

import dev.deft.processor.report.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The handlers, cleanups, predicates and callbacks of one type: those overloads that the annotations there mean. Where
 * it cannot be told which they mean, which is reported elsewhere, all overloads count.
 */
final class MethodsNamed {
    private final Lang lang;
    private final TypeElement root;
    private final Members members;
    private final Map<String, List<Mark>> onType;
    private final Set<ExecutableElement> found = new HashSet<>();

    private MethodsNamed(Lang lang, TypeElement root, Members members, Map<String, List<Mark>> onType) {
        this.lang = lang;
        this.root = root;
        this.members = members;
        this.onType = onType;
    }

    /**
     * Those in a type, as the root has them.
     *
     * @param type the root or a type above it
     * @param onType what stands on that type
     */
    static Set<ExecutableElement> in(
            TypeElement type,
            Lang lang,
            TypeElement root,
            Members members,
            Map<String, List<Mark>> onType,
            Problems problems) {
        MethodsNamed named = new MethodsNamed(lang, root, members, onType);
        List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
        for (ExecutableElement method : methods) {
            Map<String, List<Mark>> own = Marks.of(method, problems);
            boolean isAsync = own.containsKey("Async") || onType.containsKey("Async");
            marks(own).forEach(mark -> named.add(method, isAsync, mark));
        }
        named.addForType(methods);
        return named.found;
    }

    /** The names of the methods that one annotation names. */
    static Set<String> names(Mark mark) {
        Set<String> names = new HashSet<>();
        attributes(mark).keySet().forEach(attribute -> names.addAll(names(mark, attribute)));
        return names;
    }

    /** An overload of a handler may be covered by the type's policy itself, so those come last. */
    private void addForType(List<ExecutableElement> methods) {
        Set<String> names = new HashSet<>();
        marks(onType).forEach(mark -> names.addAll(names(mark)));
        List<ExecutableElement> covered = new ArrayList<>(methods);
        covered.removeIf(method -> !method.getModifiers().contains(Modifier.PUBLIC));
        covered.sort(Comparator.comparing(
                method -> names.contains(method.getSimpleName().toString())));
        for (ExecutableElement method : covered) {
            if (!found.contains(inRoot(method))) {
                boolean isAsync = onType.containsKey("Async")
                        || Vocabulary.find(method, "Async").isPresent();
                marks(onType).forEach(mark -> add(method, isAsync, mark));
            }
        }
    }

    private void add(ExecutableElement method, boolean isAsync, Mark mark) {
        attributes(mark)
                .forEach((attribute, role) ->
                        names(mark, attribute).forEach(name -> found.addAll(meant(method, isAsync, mark, role, name))));
    }

    private List<ExecutableElement> meant(
            ExecutableElement method, boolean isAsync, Mark mark, Role role, String name) {
        List<ExecutableElement> overloads = members.named(name);
        ExecutableElement annotated = inRoot(method);
        boolean isKnown = Stream.concat(Stream.of(annotated), overloads.stream())
                .allMatch(each -> Lang.unknownIn(each.asType()).isEmpty());
        if (overloads.size() < 2 || !isKnown) {
            return overloads;
        }
        Subject subject = Subject.of(lang, root, annotated, members.typeOf(annotated), isAsync);
        return new NamedMethods(lang, members, subject, new Problems())
                .resolve(role, name, mark.text(), mark.origin())
                .map(named -> List.of(named.method()))
                .orElse(overloads);
    }

    /** The method, or what overrides it in the root. */
    private ExecutableElement inRoot(ExecutableElement method) {
        return members.methods().stream()
                .filter(each -> members.standsFor(each, method))
                .findFirst()
                .orElse(method);
    }

    private static Stream<Mark> marks(Map<String, List<Mark>> byWord) {
        return byWord.values().stream().flatMap(List::stream);
    }

    private static Map<String, Role> attributes(Mark mark) {
        return Vocabulary.NAMING.getOrDefault(mark.word(), Map.of());
    }

    private static List<String> names(Mark mark, String attribute) {
        return new Values(mark)
                .strings(attribute).stream().filter(name -> !name.isEmpty()).toList();
    }
}
