package dev.deft.processor.discover;

import dev.deft.processor.model.Argument;
import dev.deft.processor.model.RuntimeNames;
import dev.deft.processor.report.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Binds the parameters of a named method: by name and type to those of the annotated method, or by type to the failure
 * or the context, or as {@code result} or {@code attempt}. A method whose parameters begin with all those of the
 * annotated method, in order and by type, fits whatever their names. Where a class file has lost the names of either,
 * nothing is bound by them.
 */
final class Binder {
    private final Lang lang;
    private final Subject subject;
    private final Role role;
    private final List<Subject.Given> given;
    private final boolean subjectIsUnnamed;

    Binder(Lang lang, Subject subject, Role role) {
        this.lang = lang;
        this.subject = subject;
        this.role = role;
        this.given = subject.given();
        this.subjectIsUnnamed = ParameterNames.areLost(lang, subject.element());
    }

    /** Whether and how a method can be called. */
    sealed interface Bound {}

    /**
     * It can.
     *
     * @param method the method
     * @param type its type as a member of the root
     * @param arguments one for each parameter
     * @param inference what its own type parameters stand for
     */
    record Fit(ExecutableElement method, ExecutableType type, List<Argument> arguments, Inference inference)
            implements Bound {}

    /** It cannot, for this reason. */
    record Misfit(ExecutableElement method, String reason) implements Bound {}

    /** It could, for all that is known: the names would say how, but a class file has lost those of {@code unnamed}. */
    record Unclear(ExecutableElement method, ExecutableElement unnamed) implements Bound {}

    Bound bind(ExecutableElement method, ExecutableType type) {
        Bound byName = bind(method, type, 0);
        if (byName instanceof Fit || given.isEmpty() || type.getParameterTypes().size() < given.size()) {
            return byName;
        }
        return bind(method, type, given.size()) instanceof Fit byPosition ? byPosition : byName;
    }

    /** Of the two the one whose parameters have lost their names, if either has. */
    private Optional<ExecutableElement> unnamed(ExecutableElement method) {
        if (subjectIsUnnamed) {
            return Optional.of(subject.element());
        }
        return ParameterNames.areLost(lang, method) ? Optional.of(method) : Optional.empty();
    }

    private Bound bind(ExecutableElement method, ExecutableType type, int byPosition) {
        List<Argument> arguments = new ArrayList<>();
        Optional<ExecutableElement> unnamed = unnamed(method);
        for (int i = 0; i < type.getParameterTypes().size(); i++) {
            TypeMirror parameter = type.getParameterTypes().get(i);
            String name = method.getParameters().get(i).getSimpleName().toString();
            Argument argument;
            if (i < byPosition) {
                argument = mayFit(given.get(i).type(), parameter, type)
                        ? new Argument.Parameter(given.get(i).parameter())
                        : null;
            } else {
                argument = byPosition == 0 && unnamed.isEmpty() ? named(name, parameter, type) : null;
                argument = argument == null ? special(name, parameter, type, i, arguments) : argument;
            }
            if (argument == null) {
                return unnamed.isPresent() && couldBeMeant(parameter, type)
                        ? new Unclear(method, unnamed.get())
                        : new Misfit(method, unbound(name, parameter));
            }
            arguments.add(argument);
        }
        return inferred(method, type, arguments);
    }

    private Bound inferred(ExecutableElement method, ExecutableType type, List<Argument> arguments) {
        Inference inference = new Inference(lang, type);
        for (int i = 0; i < arguments.size(); i++) {
            inference.learn(type.getParameterTypes().get(i), typeOf(arguments.get(i)));
        }
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror parameter = type.getParameterTypes().get(i);
            if (!inference.isWithinBounds() || !lang.fits(typeOf(arguments.get(i)), inference.apply(parameter))) {
                return new Misfit(
                        method,
                        "its parameter " + TypeText.of(parameter) + " cannot take a "
                                + TypeText.of(typeOf(arguments.get(i))));
            }
        }
        return new Fit(method, type, List.copyOf(arguments), inference);
    }

    private @Nullable Argument named(String name, TypeMirror parameter, ExecutableType type) {
        return given.stream()
                .filter(each -> each.name().equals(name) && mayFit(each.type(), parameter, type))
                .findFirst()
                .<Argument>map(each -> new Argument.Parameter(each.parameter()))
                .orElse(null);
    }

    private @Nullable Argument special(
            String name, TypeMirror parameter, ExecutableType type, int index, List<Argument> before) {
        if (Lang.is(parameter, RuntimeNames.TASK_CONTEXT)) {
            return new Argument.Context();
        }
        if (role.takesFailure
                && before.stream().noneMatch(Argument.Failure.class::isInstance)
                && !parameter.getKind().isPrimitive()
                && lang.isSubtype(parameter, "java.lang.Throwable")) {
            return new Argument.Failure(
                    parameter.getKind() == TypeKind.DECLARED ? parameter : lang.types.erasure(parameter));
        }
        boolean isInt = parameter.getKind() == TypeKind.INT;
        if (role.takesAttempt && isInt && (name.equals("attempt") || role == Role.DELAY_FROM)) {
            return new Argument.Attempt();
        }
        boolean meansResult = name.equals("result") || (role.isAboutResult() && index == 0);
        return role.takesResult && meansResult && !subject.isVoid() && mayFit(subject.resultType(), parameter, type)
                ? new Argument.Result()
                : null;
    }

    /** Whether a parameter could take something, if its name said so. */
    private boolean couldBeMeant(TypeMirror parameter, ExecutableType type) {
        return given.stream().anyMatch(each -> mayFit(each.type(), parameter, type))
                || (role.takesAttempt && parameter.getKind() == TypeKind.INT)
                || (role.takesResult && !subject.isVoid() && mayFit(subject.resultType(), parameter, type));
    }

    /** Whether it may fit, with the method's own type parameters left open until all arguments are known. */
    private boolean mayFit(TypeMirror value, TypeMirror parameter, ExecutableType type) {
        return type.getTypeVariables().isEmpty()
                ? lang.fits(value, parameter)
                : lang.fits(lang.types.erasure(lang.boxed(value)), lang.types.erasure(parameter));
    }

    /** The static type of an argument in the wrapper's call. */
    TypeMirror typeOf(Argument argument) {
        return switch (argument) {
            case Argument.Parameter bound ->
                given.stream()
                        .filter(each -> each.parameter().equals(bound.parameter()))
                        .findFirst()
                        .map(Subject.Given::type)
                        .orElse(bound.parameter().asType());
            case Argument.Failure failure -> failure.type();
            case Argument.Result result -> subject.resultType();
            case Argument.Attempt attempt -> lang.types.getPrimitiveType(TypeKind.INT);
            case Argument.Context context -> lang.known(RuntimeNames.TASK_CONTEXT);
        };
    }

    private String unbound(String name, TypeMirror parameter) {
        Optional<Subject.Given> namesake =
                given.stream().filter(each -> each.name().equals(name)).findFirst();
        if (namesake.isPresent()) {
            return "its parameter " + name + " is a " + TypeText.of(parameter) + ", that of " + subject.name() + " a "
                    + TypeText.of(namesake.get().type());
        }
        return "its parameter " + TypeText.of(parameter) + " " + name + " is not one of " + subject.name()
                + "'s by name and type" + otherwise();
    }

    private String otherwise() {
        return (role.takesFailure ? ", nor the failure" : "")
                + (role.takesResult && !subject.isVoid() ? ", nor the result" : "")
                + (role.takesAttempt ? ", nor the attempt" : "");
    }
}
