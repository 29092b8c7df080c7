package dev.deft.processor.discover;

import dev.deft.processor.model.FailureTypes;
import dev.deft.processor.model.KeyPath;
import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.Span;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the readers of one method's annotations share: the method, and how attributes of a kind are understood. */
final class Reading {
    private final Lang lang;
    private final NamedMethods methods;
    private final KeyPaths paths;
    private final Problems problems;
    private boolean complete = true;

    Reading(Lang lang, Members members, Subject subject, Problems problems) {
        this.lang = lang;
        this.methods = new NamedMethods(lang, members, subject, problems);
        this.paths = new KeyPaths(lang, subject, problems);
        this.problems = problems;
    }

    /** Whether everything that the user wrote was understood. */
    boolean isComplete() {
        return complete;
    }

    /** Notes that something was not understood and that the user hears of it. */
    void lost() {
        complete = false;
    }

    /** A duration; what stands for it after an error is zero. */
    Span span(Values values, String attribute) {
        String text = values.string(attribute);
        if (Durations.parse(text) instanceof Durations.Good good) {
            return new Span(text, good.duration());
        }
        if (Durations.parse(text) instanceof Durations.Bad bad && !values.broken()) {
            problems.add(bad.problem(), values.origin(attribute), values.text(attribute), bad.detail());
        }
        lost();
        return new Span(text, Duration.ZERO);
    }

    /** A duration above zero. */
    Span positive(Values values, String attribute) {
        Span span = span(values, attribute);
        boolean isZero = Durations.parse(span.text()) instanceof Durations.Good good
                && good.duration().isZero();
        if (isZero) {
            problems.add(Problem.DURATION_ZERO, values.origin(attribute), values.text(attribute));
            lost();
        }
        return span;
    }

    /** A duration, unless the attribute is left empty. */
    Optional<Span> optional(Values values, String attribute) {
        return values.string(attribute).isEmpty() ? Optional.empty() : Optional.of(span(values, attribute));
    }

    /** A duration above zero, unless the attribute is left empty. */
    Optional<Span> optionalPositive(Values values, String attribute) {
        return values.string(attribute).isEmpty() ? Optional.empty() : Optional.of(positive(values, attribute));
    }

    /** A percentile; empty when it was reported that it is none. */
    OptionalDouble percentile(Values values, String attribute) {
        OptionalDouble percentile = Percentiles.parse(values.string(attribute));
        if (percentile.isEmpty()) {
            problems.add(Problem.PERCENTILE_UNREADABLE, values.origin(attribute), values.text(attribute));
            lost();
        }
        return percentile;
    }

    /** The method that an attribute names, unless it is left empty. */
    Optional<NamedMethod> optional(Role role, Values values, String attribute) {
        return values.string(attribute).isEmpty() ? Optional.empty() : method(role, values, attribute);
    }

    /** The method that an attribute names; empty when it was reported why there is none. */
    Optional<NamedMethod> method(Role role, Values values, String attribute) {
        String name = values.string(attribute);
        if (values.broken()) {
            lost();
            return Optional.empty();
        }
        Optional<NamedMethod> method = methods.resolve(role, name, values.text(attribute), values.origin(attribute));
        if (method.isEmpty()) {
            lost();
        }
        return method;
    }

    /** One of several methods that an attribute names. */
    Optional<NamedMethod> method(Role role, Values values, String attribute, int index, String name) {
        Optional<NamedMethod> method =
                methods.resolve(role, name, values.text(attribute), values.origin(attribute, index));
        if (method.isEmpty()) {
            lost();
        }
        return method;
    }

    /** What {@code key} leads to, unless it is left empty. */
    Optional<KeyPath> key(Values values) {
        return path(values, "key");
    }

    /** What {@code weight} leads to, unless it is left empty: something that is an {@code int}. */
    Optional<KeyPath> weight(Values values) {
        Optional<KeyPath> path = path(values, "weight");
        if (path.isPresent() && !paths.isInt(path.get(), values.text("weight"))) {
            lost();
            return Optional.empty();
        }
        return path;
    }

    private Optional<KeyPath> path(Values values, String attribute) {
        String text = values.string(attribute);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<KeyPath> path = paths.resolve(text, values.text(attribute), values.origin(attribute));
        if (path.isEmpty()) {
            lost();
        }
        return path;
    }

    /** What {@code on}, {@code except} and {@code causes} say. */
    FailureTypes failures(Values values) {
        return new FailureTypes(
                values.types("on").stream().map(lang::settled).toList(),
                values.types("except").stream().map(lang::settled).toList(),
                values.truth("causes"));
    }
}
