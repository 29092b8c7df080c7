package dev.deft.processor.discover;

import dev.deft.processor.model.KeyPath;
import dev.deft.processor.model.Origin;
import dev.deft.processor.report.NearMiss;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Resolves the paths over the parameters of one method, as {@code key} and {@code weight} hold them. */
final class KeyPaths {
    private static final Pattern DOT = Pattern.compile("\\.");

    private final Lang lang;
    private final Subject subject;
    private final Problems problems;

    KeyPaths(Lang lang, Subject subject, Problems problems) {
        this.lang = lang;
        this.subject = subject;
        this.problems = problems;
    }

    /**
     * Finds what a path leads to.
     *
     * @param written the annotation with the attribute, to quote
     * @return the path; empty when it was reported what is wrong with it, or when it leads to a type that is not there yet
     */
    Optional<KeyPath> resolve(String text, String written, Origin origin) {
        List<String> names = List.of(DOT.split(text, -1));
        if (!isReadable(names, written, origin)) {
            return Optional.empty();
        }
        Optional<Subject.Given> begin = parameter(names.get(0), written, origin);
        if (begin.isEmpty()) {
            return Optional.empty();
        }
        TypeMirror type = begin.get().type();
        List<KeyPath.Step> steps = new ArrayList<>();
        for (String name : names.subList(1, names.size())) {
            Optional<Read> next = step(type, name, written, origin);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            steps.add(next.get().step());
            type = next.get().type();
        }
        return Lang.unknownIn(type).isPresent()
                ? Optional.empty()
                : Optional.of(new KeyPath(begin.get().parameter(), List.copyOf(steps), type, text, origin));
    }

    /** Whether what a path leads to is an {@code int} or becomes one without a cast; reports it if it is not. */
    boolean isInt(KeyPath path, String written) {
        TypeKind kind = unboxed(path.type()).getKind();
        if (kind == TypeKind.INT || kind == TypeKind.SHORT || kind == TypeKind.BYTE) {
            return true;
        }
        problems.add(Problem.WEIGHT_NOT_INT, path.origin(), written, path.text(), TypeText.of(path.type()));
        return false;
    }

    private TypeMirror unboxed(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return type;
        }
        try {
            return lang.types.unboxedType(type);
        } catch (IllegalArgumentException noBox) {
            return type;
        }
    }

    private boolean isReadable(List<String> names, String written, Origin origin) {
        for (String name : names) {
            if (!SourceVersion.isIdentifier(name)) {
                String what = name.isEmpty() ? "a name is missing" : "\"" + name + "\" is not a name";
                problems.add(Problem.PATH_UNREADABLE, origin, written, what);
                return false;
            }
        }
        return true;
    }

    private Optional<Subject.Given> parameter(String name, String written, Origin origin) {
        List<Subject.Given> given = subject.given();
        if (ParameterNames.areLost(lang, subject.element())) {
            problems.add(
                    Problem.PARAMETER_NAMES_LOST,
                    origin,
                    written,
                    TypeText.of(subject.element()),
                    "compile " + Lang.declaringType(subject.element()).getSimpleName() + " with -parameters.");
            return Optional.empty();
        }
        Optional<Subject.Given> found =
                given.stream().filter(each -> each.name().equals(name)).findFirst();
        if (found.isPresent()) {
            return found;
        }
        boolean isSupplied = subject.element().getParameters().stream()
                .anyMatch(parameter -> parameter.getSimpleName().contentEquals(name));
        if (isSupplied) {
            problems.add(Problem.PATH_PARAMETER_SUPPLIED, origin, written, name);
            return Optional.empty();
        }
        List<String> names = given.stream().map(Subject.Given::name).toList();
        problems.add(
                Problem.PATH_PARAMETER_UNKNOWN,
                origin,
                written,
                TypeText.of(subject.element()),
                name,
                NearMiss.hint(name, names),
                names.isEmpty()
                        ? "give the method a parameter in which calls differ, or remove the attribute."
                        : "begin with one of its parameters: " + String.join(", ", names) + ".");
        return Optional.empty();
    }

    /** One value read from another. */
    private record Read(KeyPath.Step step, TypeMirror type) {}

    private Optional<Read> step(TypeMirror from, String name, String written, Origin origin) {
        if (from.getKind() == TypeKind.ARRAY && name.equals("length")) {
            return Optional.of(new Read(new KeyPath.Step.Length(), lang.types.getPrimitiveType(TypeKind.INT)));
        }
        Readables readables = new Readables(lang, lang.elements.getPackageOf(subject.root()), from);
        if (readables.isUnknown()) {
            return Optional.empty();
        }
        Optional<Readables.Found> found = readables.find(name);
        if (found.isEmpty()) {
            String hint = NearMiss.hint(name, readables.names());
            problems.add(Problem.PATH_STEP_UNKNOWN, origin, written, TypeText.of(from), name, hint);
            return Optional.empty();
        }
        Element member = found.get().member();
        Optional<String> obstacle = readables.obstacle(found.get());
        if (obstacle.isPresent()) {
            String root = subject.root().getSimpleName().toString();
            problems.add(
                    Problem.PATH_STEP_OUT_OF_REACH,
                    origin,
                    written,
                    text(member),
                    TypeText.of(from),
                    obstacle.get(),
                    root);
            return Optional.empty();
        }
        TypeMirror type = found.get().type();
        if (!(type instanceof ExecutableType method)) {
            return Optional.of(new Read(new KeyPath.Step.Field((VariableElement) member), type));
        }
        return throwsNothingNew(member, method, written, origin)
                ? Optional.of(new Read(new KeyPath.Step.Call((ExecutableElement) member), method.getReturnType()))
                : Optional.empty();
    }

    private boolean throwsNothingNew(Element member, ExecutableType method, String written, Origin origin) {
        for (TypeMirror thrown : method.getThrownTypes()) {
            boolean isDeclared =
                    subject.type().getThrownTypes().stream().anyMatch(each -> lang.types.isSubtype(thrown, each));
            if (lang.isChecked(thrown) && !isDeclared) {
                problems.add(
                        Problem.FAILURE_NOT_DECLARED,
                        origin,
                        written,
                        text(member),
                        TypeText.of(thrown),
                        subject.name() + " does not declare",
                        "add throws " + TypeText.of(thrown) + " to " + subject.name()
                                + ", or name something that does not throw it.");
                return false;
            }
        }
        return true;
    }

    private static String text(Element member) {
        return member instanceof ExecutableElement method
                ? TypeText.of(method)
                : member.getSimpleName().toString();
    }
}
