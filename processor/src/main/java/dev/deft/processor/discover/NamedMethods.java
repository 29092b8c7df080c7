package dev.deft.processor.discover;

import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.Origin;
import dev.deft.processor.report.NearMiss;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** Resolves the methods that the annotations of one method name. */
final class NamedMethods {
    private final Lang lang;
    private final Members members;
    private final Subject subject;
    private final Problems problems;

    NamedMethods(Lang lang, Members members, Subject subject, Problems problems) {
        this.lang = lang;
        this.members = members;
        this.subject = subject;
        this.problems = problems;
    }

    /**
     * Finds the method of a name that fits a role.
     *
     * @param written the annotation with the attribute, to quote
     * @return the method; empty when it was reported why there is none
     */
    Optional<NamedMethod> resolve(Role role, String name, String written, Origin origin) {
        if (role == Role.WHILE_RESULT && subject.isVoid()) {
            problems.add(Problem.RESULT_OF_VOID, origin, written, subject.name());
            return Optional.empty();
        }
        List<ExecutableElement> named = members.named(name);
        if (named.isEmpty()) {
            String offer = Signatures.offer(subject, role, name);
            problems.add(Problem.METHOD_UNKNOWN, origin, written, typeName(), "\"" + name + "\"", hint(name), offer);
            return Optional.empty();
        }
        List<ExecutableElement> callable = named.stream()
                .filter(method -> members.isCallableFrom(lang.elements.getPackageOf(subject.root()), method))
                .toList();
        if (callable.isEmpty()) {
            ExecutableElement method = named.get(0);
            problems.add(
                    Problem.METHOD_OUT_OF_REACH,
                    origin,
                    written,
                    TypeText.of(method),
                    isPrivate(method) ? "private" : "not public and declared in another package",
                    isPrivate(method) && !Lang.declaringType(method).getKind().isInterface()
                            ? "package-private or wider"
                            : "public");
            return Optional.empty();
        }
        Binder binder = new Binder(lang, subject, role);
        return choose(role, name, written, origin, callable, binder)
                .filter(fit -> isUnmistakable(fit, callable, binder, written, origin))
                .flatMap(fit -> new Outcomes(lang, subject, problems)
                        .check(role, fit, written, origin)
                        .map(stage -> new NamedMethod(fit.method(), fit.arguments(), stage, origin)));
    }

    private Optional<Binder.Fit> choose(
            Role role, String name, String written, Origin origin, List<ExecutableElement> callable, Binder binder) {
        List<Binder.Fit> fits = new ArrayList<>();
        List<Binder.Misfit> misfits = new ArrayList<>();
        List<Binder.Unclear> unclear = new ArrayList<>();
        for (ExecutableElement method : callable) {
            Binder.Bound bound = method.equals(subject.element())
                    ? new Binder.Misfit(method, "it is the annotated method itself")
                    : binder.bind(method, members.typeOf(method));
            switch (bound) {
                case Binder.Fit fit -> fits.add(fit);
                case Binder.Misfit misfit -> misfits.add(misfit);
                case Binder.Unclear each -> unclear.add(each);
            }
        }
        Optional<Binder.Unclear> perhapsBetter = unclear.stream()
                .filter(each -> fits.stream().noneMatch(fit -> takesAsMuch(fit.method(), each.method())))
                .findFirst();
        if (perhapsBetter.isPresent()) {
            reportUnclear(perhapsBetter.get(), written, origin);
            return Optional.empty();
        }
        List<Binder.Fit> within = subject.isStatic()
                ? fits.stream().filter(fit -> isStatic(fit.method())).toList()
                : fits;
        if (within.isEmpty() && !fits.isEmpty()) {
            String method = TypeText.of(fits.get(0).method());
            problems.add(Problem.METHOD_NOT_STATIC, origin, written, method, subject.name());
            return Optional.empty();
        }
        if (within.isEmpty()) {
            problems.add(
                    Problem.METHOD_DOES_NOT_FIT,
                    origin,
                    written,
                    misfits.size() == 1 ? TypeText.of(misfits.get(0).method()) : "no method " + name,
                    TypeText.of(subject.element()),
                    misfits.stream()
                            .map(misfit -> misfits.size() == 1
                                    ? misfit.reason()
                                    : TypeText.of(misfit.method()) + ": " + misfit.reason())
                            .collect(Collectors.joining("; ")),
                    Signatures.offer(subject, role, name.equals(subject.name()) ? "" : name));
            return Optional.empty();
        }
        return best(within, written, origin);
    }

    private static boolean takesAsMuch(ExecutableElement method, ExecutableElement other) {
        return method.getParameters().size() >= other.getParameters().size();
    }

    private void reportUnclear(Binder.Unclear unclear, String written, Origin origin) {
        String unnamed = TypeText.of(unclear.unnamed());
        problems.add(
                Problem.PARAMETER_NAMES_LOST,
                origin,
                written,
                unnamed,
                "compile " + Lang.declaringType(unclear.unnamed()).getSimpleName() + " with -parameters, or let "
                        + TypeText.of(unclear.method()) + " begin with all parameters of "
                        + TypeText.of(subject.element()) + " in their order.");
    }

    /** The one that takes the most; among equals the one whose parameters are narrower, if it takes the same. */
    private Optional<Binder.Fit> best(List<Binder.Fit> fits, String written, Origin origin) {
        int most = fits.stream().mapToInt(fit -> fit.arguments().size()).max().orElse(0);
        List<Binder.Fit> widest =
                fits.stream().filter(fit -> fit.arguments().size() == most).toList();
        Optional<Binder.Fit> best = widest.stream()
                .filter(fit -> widest.stream().allMatch(other -> other.equals(fit) || isNarrower(fit, other)))
                .findFirst();
        if (best.isEmpty()) {
            reportAmbiguous(widest.get(0).method(), widest.get(1).method(), written, origin);
        }
        return best;
    }

    private boolean isNarrower(Binder.Fit fit, Binder.Fit other) {
        if (!fit.arguments().equals(other.arguments())) {
            return false;
        }
        for (int i = 0; i < fit.arguments().size(); i++) {
            if (!lang.fits(
                    lang.types.erasure(fit.type().getParameterTypes().get(i)),
                    lang.types.erasure(other.type().getParameterTypes().get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether Java, given the same arguments, would call this method and no overload of it. */
    private boolean isUnmistakable(
            Binder.Fit fit, List<ExecutableElement> callable, Binder binder, String written, Origin origin) {
        for (ExecutableElement other : callable) {
            if (!other.equals(fit.method())
                    && new Overloads(lang, binder).mistakes(fit, other, members.typeOf(other))) {
                reportAmbiguous(fit.method(), other, written, origin);
                return false;
            }
        }
        return true;
    }

    private void reportAmbiguous(ExecutableElement one, ExecutableElement other, String written, Origin origin) {
        problems.add(Problem.METHOD_AMBIGUOUS, origin, written, TypeText.of(one), TypeText.of(other));
    }

    private String hint(String name) {
        TreeSet<String> known = members.methods().stream()
                .filter(method -> !method.equals(subject.element()))
                .map(method -> method.getSimpleName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        return NearMiss.hint(name, known);
    }

    private String typeName() {
        return subject.root().getSimpleName().toString();
    }

    private static boolean isPrivate(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.PRIVATE);
    }

    private static boolean isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC);
    }
}
