package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.model.RuntimeNames;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.report.AnnotationText;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads one type with all the methods that its wrapper gets. */
final class TypeReader {
    private final Lang lang;
    private final WrapperNames names;
    private final TypeElement root;
    private final Problems problems = new Problems();
    private final Optional<AnnotationMirror> tasks;
    private final Subclassing subclassing;
    private final Members members;
    private final Origin place;
    private final MethodMarks marks;

    TypeReader(Lang lang, WrapperNames names, TypeElement root) {
        this.lang = lang;
        this.names = names;
        this.root = root;
        this.tasks = Vocabulary.find(root, Vocabulary.TASKS);
        this.subclassing = new Subclassing(root, tasks);
        this.members = new Members(lang, root, subclassing.isWanted());
        this.place = place(root, tasks);
        this.marks = new MethodMarks(lang, root, members, place, problems);
    }

    /** Where to speak of the type as a whole: at the annotation that makes it one of ours. */
    private static Origin place(TypeElement root, Optional<AnnotationMirror> tasks) {
        return tasks.or(() -> firstWord(root.getAnnotationMirrors()))
                .map(mirror -> Origin.of(root, mirror))
                .or(() -> root.getEnclosedElements().stream()
                        .filter(ExecutableElement.class::isInstance)
                        .flatMap(method -> firstWord(method.getAnnotationMirrors()).stream()
                                .map(mirror -> Origin.of(method, mirror)))
                        .findFirst())
                .orElse(Origin.of(root));
    }

    private static Optional<AnnotationMirror> firstWord(List<? extends AnnotationMirror> mirrors) {
        return mirrors.stream()
                .filter(Marks::isMeantForMethods)
                .map(AnnotationMirror.class::cast)
                .findFirst();
    }

    Discovery read() {
        if (!Reach.check(root, place, problems)) {
            return new Discovery(Optional.empty(), false, problems);
        }
        Map<ExecutableElement, Map<String, List<Mark>>> found = taskMethods();
        if (found.isEmpty()) {
            return new Discovery(Optional.empty(), true, problems);
        }
        checkRuntime();
        subclassing.check(problems);
        Optional<String> name = names.claim(root, tasks, place, problems);
        if (name.isEmpty()) {
            return new Discovery(Optional.empty(), false, problems);
        }
        boolean hasTarget = found.keySet().stream().anyMatch(method -> !isStatic(method));
        boolean mayImplement = hasTarget && !subclassing.isWanted();
        Interfaces interfaces = mayImplement ? Interfaces.of(lang, root, tasks, problems) : Interfaces.none(lang);
        MethodReader reader = new MethodReader(lang, members, root, problems);
        List<TaskMethod> methods = new ArrayList<>();
        for (ExecutableElement method : members.methods()) {
            boolean isRequired = !isStatic(method) && interfaces.require(method, members);
            Map<String, List<Mark>> own = found.get(method);
            if (own != null || (isRequired && !isOfObject(method))) {
                methods.add(reader.read(method, own == null ? Map.of() : own, isRequired));
            }
        }
        TaskType type = new TaskType(
                root,
                (DeclaredType) root.asType(),
                lang.elements.getPackageOf(root).getQualifiedName().toString(),
                name.get(),
                subclassing.constructors(),
                interfaces.implemented(),
                isPinned(),
                List.copyOf(methods),
                Optional.ofNullable(lang.typeSeenFrom(root, "javax.annotation.processing.Generated")),
                lang.typeSeenFrom(root, RuntimeNames.WORKERS) != null);
        return new Discovery(Optional.of(type), reader.isComplete() && !problems.haveErrors(), problems);
    }

    /** The first type that the methods or what they name need and that the compiler does not know (yet). */
    Optional<String> unknownType() {
        if (root.getSuperclass() != null) {
            Optional<String> above = Lang.unknownIn(root.getSuperclass())
                    .or(() -> root.getInterfaces().stream()
                            .flatMap(each -> Lang.unknownIn(each).stream())
                            .findFirst());
            if (above.isPresent()) {
                return above;
            }
        }
        for (ExecutableElement method : members.methods()) {
            Map<String, List<Mark>> own = marks.of(method);
            Optional<String> unknown = own.isEmpty() ? Optional.empty() : Lang.unknownIn(method.asType());
            if (unknown.isPresent()) {
                return unknown;
            }
            for (List<Mark> each : own.values()) {
                for (Mark mark : each) {
                    unknown = MethodsNamed.names(mark).stream()
                            .sorted()
                            .flatMap(name -> members.named(name).stream())
                            .flatMap(named -> Lang.unknownIn(named.asType()).stream())
                            .findFirst();
                    if (unknown.isPresent()) {
                        return unknown;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What was noted so far, and that this type is unknown. */
    Discovery unreadable(String unknown) {
        Problems only = new Problems();
        only.add(Problem.TYPE_UNKNOWN, place, quoted(), unknown, root.getSimpleName());
        return new Discovery(Optional.empty(), false, only);
    }

    private String quoted() {
        AnnotationMirror mirror = place.mirror();
        return mirror == null ? root.getSimpleName().toString() : AnnotationText.of(mirror);
    }

    private Map<ExecutableElement, Map<String, List<Mark>>> taskMethods() {
        Map<ExecutableElement, Map<String, List<Mark>>> found = new LinkedHashMap<>();
        PackageElement here = lang.elements.getPackageOf(root);
        for (ExecutableElement method : members.methods()) {
            Map<String, List<Mark>> own = marks.of(method);
            if (own.keySet().stream().allMatch(Vocabulary.NESTING::equals)) {
                own.getOrDefault(Vocabulary.NESTING, List.of()).stream()
                        .filter(mark -> mark.origin().element().equals(method))
                        .forEach(mark -> loneNesting(method, mark));
                continue;
            }
            Mark first = own.values().iterator().next().get(0);
            if (method.getModifiers().contains(Modifier.PRIVATE)) {
                problems.add(Problem.METHOD_PRIVATE, first.origin(), first.text(), TypeText.of(method));
            } else if (!members.isCallableFrom(here, method)) {
                problems.add(Problem.INHERITED_OUT_OF_REACH, place, quoted(), TypeText.of(method));
            } else {
                found.put(method, own);
            }
        }
        warnOfUnused(found);
        return found;
    }

    private void loneNesting(ExecutableElement method, Mark mark) {
        Values values = new Values(mark);
        String first = NestingReader.read(values).order().stream()
                .findFirst()
                .map(kind -> kind.annotation())
                .orElse("Retry");
        problems.add(
                Problem.NESTING_WITHOUT_WORD,
                values.origin("value"),
                mark.text(),
                method.getSimpleName(),
                first,
                first.toUpperCase(Locale.ROOT));
    }

    private void warnOfUnused(Map<ExecutableElement, Map<String, List<Mark>>> found) {
        Map<String, List<Mark>> onRoot = marks.onRoot();
        boolean typeIsUsed = found.values().stream()
                .flatMap(own -> own.values().stream())
                .anyMatch(marks -> onRoot.containsValue(marks));
        if (!onRoot.isEmpty() && !typeIsUsed) {
            Mark first = onRoot.values().iterator().next().get(0);
            problems.add(
                    Problem.TYPE_WITHOUT_TASKS,
                    first.origin(),
                    first.text(),
                    root.getSimpleName(),
                    "no public method of its own is left to apply it to");
        } else if (found.isEmpty() && tasks.isPresent() && !problems.haveErrors()) {
            problems.add(
                    Problem.TYPE_WITHOUT_TASKS,
                    place,
                    quoted(),
                    root.getSimpleName(),
                    "neither its own methods nor inherited ones bear a word");
        }
    }

    private boolean isPinned() {
        return tasks.map(mirror -> new Values(new Mark(Vocabulary.TASKS, mirror, Origin.of(root, mirror))))
                .filter(values -> values.truth("pinned"))
                .isPresent();
    }

    private void checkRuntime() {
        if (lang.typeSeenFrom(root, RuntimeNames.GENERATED_TASKS) == null) {
            String from = lang.elements.getModuleOf(root) == null
                            || lang.elements.getModuleOf(root).isUnnamed()
                    ? "the class path"
                    : "module " + lang.elements.getModuleOf(root).getQualifiedName();
            problems.add(Problem.RUNTIME_MISSING, place, quoted(), from);
        }
    }

    /** A method that every object has, whatever an interface says of it. */
    private boolean isOfObject(ExecutableElement method) {
        TypeElement object = lang.elements.getTypeElement("java.lang.Object");
        return object.getEnclosedElements().stream()
                .filter(ExecutableElement.class::isInstance)
                .map(ExecutableElement.class::cast)
                .filter(above -> above.getModifiers().contains(Modifier.PUBLIC))
                .anyMatch(above -> lang.elements.overrides(method, above, root));
    }

    private static boolean isStatic(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        return modifiers.contains(Modifier.STATIC);
    }
}
