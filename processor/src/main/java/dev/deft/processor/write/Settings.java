package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.deft.processor.model.FailureTypes;
import dev.deft.processor.model.Span;
import dev.deft.processor.model.Word;
import dev.deft.processor.plan.PolicyField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** The expressions in the wrapper's constructor that make or find its policies. */
final class Settings {
    // What the runtime's settings hold if nothing is said.
    private static final Duration DEFAULT_DELAY = Duration.ofMillis(100);
    private static final Duration DEFAULT_MAX_DELAY = Duration.ofMinutes(1);
    private static final double DEFAULT_FACTOR = 2.0;
    private static final double DEFAULT_SLOW_RATE = 1.0;

    /** So many classes fit on a line. */
    private static final int FEW = 3;

    private Settings() {}

    /** {@code limit(CHARGE, LimitSettings.permits(10))}, to be called on the policies of the runtime. */
    static CodeBlock policy(PolicyField field) {
        return switch (field.word()) {
            case Word.Retry retry -> CodeBlock.of("retry($N, $L)", field.constant(), retry(retry));
            case Word.Limit limit -> repeated(limit.key().isPresent() ? "keyedLimit" : "limit", field, limit(limit));
            case Word.CircuitBreaker circuit ->
                CodeBlock.of(
                        "$L($N, $L)",
                        circuit.key().isPresent() ? "keyedCircuitBreaker" : "circuitBreaker",
                        field.constant(),
                        circuitBreaker(circuit));
            case Word.Hedge hedge -> CodeBlock.of("hedge($N, $L)", field.constant(), hedge(hedge));
            case Word.RateLimit rate ->
                repeated(rate.key().isPresent() ? "keyedRateLimit" : "rateLimit", field, rate(rate));
            case Word.AdaptiveLimit limit ->
                CodeBlock.of("adaptiveLimit($N, $L)", field.constant(), adaptiveLimit(limit));
            case Word.SingleFlight flight -> CodeBlock.of("singleFlight($N)", field.constant());
            case Word.Timeout timeout -> CodeBlock.of("timeout($N, $L)", field.constant(), duration(timeout.span()));
            case Word.Deadline deadline ->
                CodeBlock.of("deadline($N, $L)", field.constant(), duration(deadline.span()));
            default -> throw new IllegalArgumentException(field.toString());
        };
    }

    /** The policy of a word that may stand more than once. */
    private static CodeBlock repeated(String method, PolicyField field, CodeBlock settings) {
        return field.ordinal() == 1
                ? CodeBlock.of("$L($N, $L)", method, field.constant(), settings)
                : CodeBlock.of("$L($N, $L, $L)", method, field.constant(), field.ordinal(), settings);
    }

    /** {@code FailureFilter.on(IOException.class)}. */
    static CodeBlock filter(FailureTypes failures) {
        List<CodeBlock> links = new ArrayList<>();
        if (!failures.except().isEmpty()) {
            links.add(CodeBlock.of("except($L)", classes(failures.except())));
        }
        if (failures.causes()) {
            links.add(CodeBlock.of("alongCauses()"));
        }
        CodeBlock start = CodeBlock.of("$T.on($L)", RuntimeClasses.FAILURE_FILTER, classes(failures.on()));
        boolean isLong =
                links.size() > 1 || failures.on().size() + failures.except().size() > FEW;
        return isLong ? CodeBlock.of("$>$>$L$<$<", chain(start, links, "\n.")) : chain(start, links, ".");
    }

    private static CodeBlock retry(Word.Retry retry) {
        CodeBlock start = retry.attempts().isPresent()
                ? CodeBlock.of(
                        "$T.attempts($L)",
                        RuntimeClasses.RETRY_SETTINGS,
                        Numbers.of(retry.attempts().getAsInt()))
                : CodeBlock.of("$T.unlimitedAttempts()", RuntimeClasses.RETRY_SETTINGS);
        List<CodeBlock> links = new ArrayList<>();
        addWaits(links, retry);
        retry.maxDuration().ifPresent(span -> links.add(CodeBlock.of("maxDuration($L)", duration(span))));
        if (retry.delayFrom().isPresent()) {
            links.add(CodeBlock.of("computedDelays()"));
        }
        if (!isPlain(retry.failures())) {
            links.add(CodeBlock.of("on($L)", filter(retry.failures())));
        }
        if (retry.budget() > 0) {
            links.add(CodeBlock.of("budget($L)", retry.budget()));
        }
        retry.name().ifPresent(name -> links.add(CodeBlock.of("named($L)", Literals.of(name))));
        return chain(start, links);
    }

    /**
     * Says of the waits what makes a difference here, for the reader, and what differs from the runtime's own defaults,
     * which may make a difference once somebody sets another number of attempts.
     */
    private static void addWaits(List<CodeBlock> links, Word.Retry retry) {
        boolean decorrelated = retry.jitter() == Word.Retry.Jitter.DECORRELATED;
        boolean repeats = retry.attempts().orElse(Integer.MAX_VALUE) > 1;
        boolean waits = repeats && (decorrelated || !retry.delay().duration().isZero());
        boolean grows = waits && !decorrelated && retry.attempts().orElse(Integer.MAX_VALUE) > 2;
        boolean exceeds =
                repeats && retry.delay().duration().compareTo(retry.maxDelay().duration()) > 0;
        boolean growsOtherwise = retry.backoff() != Word.Retry.Backoff.EXPONENTIAL || retry.factor() != DEFAULT_FACTOR;
        if (repeats || !retry.delay().duration().equals(DEFAULT_DELAY)) {
            links.add(CodeBlock.of("delay($L)", duration(retry.delay())));
        }
        if (grows || growsOtherwise) {
            links.add(
                    switch (retry.backoff()) {
                        case CONSTANT -> CodeBlock.of("constant()");
                        case LINEAR -> CodeBlock.of("linear()");
                        case EXPONENTIAL -> CodeBlock.of("exponential($L)", retry.factor());
                        case FIBONACCI -> CodeBlock.of("fibonacci()");
                    });
        }
        if (decorrelated
                || exceeds
                || (grows && retry.backoff() != Word.Retry.Backoff.CONSTANT)
                || !retry.maxDelay().duration().equals(DEFAULT_MAX_DELAY)) {
            links.add(CodeBlock.of("maxDelay($L)", duration(retry.maxDelay())));
        }
        switch (retry.jitter()) {
            case NONE -> {}
            case FULL -> links.add(CodeBlock.of("fullJitter()"));
            case EQUAL -> links.add(CodeBlock.of("equalJitter()"));
            case DECORRELATED -> links.add(CodeBlock.of("decorrelatedJitter()"));
        }
    }

    private static CodeBlock limit(Word.Limit limit) {
        List<CodeBlock> links = new ArrayList<>();
        addQueue(links, limit);
        addKeys(links, limit);
        limit.name().ifPresent(name -> links.add(CodeBlock.of("named($L)", Literals.of(name))));
        return chain(CodeBlock.of("$T.permits($L)", RuntimeClasses.LIMIT_SETTINGS, Numbers.of(limit.permits())), links);
    }

    private static CodeBlock rate(Word.RateLimit rate) {
        List<CodeBlock> links = new ArrayList<>();
        links.add(CodeBlock.of("per($L)", duration(rate.per())));
        rate.burst().ifPresent(tokens -> links.add(CodeBlock.of("burst($L)", Numbers.of(tokens))));
        rate.maxWait().ifPresent(span -> links.add(CodeBlock.of("maxWait($L)", duration(span))));
        addKeys(links, rate);
        rate.name().ifPresent(name -> links.add(CodeBlock.of("named($L)", Literals.of(name))));
        return chain(
                CodeBlock.of("$T.permits($L)", RuntimeClasses.RATE_LIMIT_SETTINGS, Numbers.of(rate.permits())), links);
    }

    private static void addQueue(List<CodeBlock> links, Word.Queued limit) {
        limit.maxWait().ifPresent(span -> links.add(CodeBlock.of("maxWait($L)", duration(span))));
        limit.maxQueue().ifPresent(calls -> links.add(CodeBlock.of("maxQueue($L)", Numbers.of(calls))));
    }

    private static void addKeys(List<CodeBlock> links, Word word) {
        if (word.key().isPresent() && word.maxKeys().isPresent()) {
            links.add(CodeBlock.of("maxKeys($L)", Numbers.of(word.maxKeys().getAsInt())));
        }
    }

    private static CodeBlock circuitBreaker(Word.CircuitBreaker circuit) {
        List<CodeBlock> links = new ArrayList<>();
        links.add(circuit.windowTime()
                .map(span -> CodeBlock.of("windowTime($L)", duration(span)))
                .orElseGet(() -> CodeBlock.of("window($L)", Numbers.of(circuit.window()))));
        if (circuit.windowTime().isPresent() || circuit.minCalls() != circuit.window()) {
            links.add(CodeBlock.of("minCalls($L)", Numbers.of(circuit.minCalls())));
        }
        links.add(CodeBlock.of("openFor($L)", duration(circuit.openFor())));
        links.add(CodeBlock.of("trialCalls($L)", Numbers.of(circuit.trialCalls())));
        circuit.slowCall().ifPresent(span -> links.add(CodeBlock.of("slowCall($L)", duration(span))));
        if (circuit.slowCall().isPresent() || circuit.slowRate() != DEFAULT_SLOW_RATE) {
            links.add(CodeBlock.of("slowRate($L)", circuit.slowRate()));
        }
        if (!isPlain(circuit.failures())) {
            links.add(CodeBlock.of("on($L)", filter(circuit.failures())));
        }
        addKeys(links, circuit);
        circuit.name().ifPresent(name -> links.add(CodeBlock.of("named($L)", Literals.of(name))));
        CodeBlock start =
                CodeBlock.of("$T.failureRate($L)", RuntimeClasses.CIRCUIT_BREAKER_SETTINGS, circuit.failureRate());
        return chain(start, links);
    }

    private static CodeBlock adaptiveLimit(Word.AdaptiveLimit limit) {
        List<CodeBlock> links = new ArrayList<>();
        links.add(CodeBlock.of("max($L)", limit.max()));
        links.add(CodeBlock.of("initial($L)", limit.begins()));
        addQueue(links, limit);
        limit.name().ifPresent(name -> links.add(CodeBlock.of("named($L)", Literals.of(name))));
        return chain(CodeBlock.of("$T.min($L)", RuntimeClasses.ADAPTIVE_LIMIT_SETTINGS, limit.min()), links);
    }

    private static CodeBlock hedge(Word.Hedge hedge) {
        CodeBlock start = hedge.percentile().isPresent()
                ? CodeBlock.of(
                        "$T.afterPercentile($L)",
                        RuntimeClasses.HEDGE_SETTINGS,
                        hedge.percentile().getAsDouble())
                : CodeBlock.of(
                        "$T.after($L)",
                        RuntimeClasses.HEDGE_SETTINGS,
                        duration(hedge.after().orElseThrow()));
        return chain(start, hedge.max() == 1 ? List.of() : List.of(CodeBlock.of("max($L)", Numbers.of(hedge.max()))));
    }

    /** Several links stand on a line each. */
    private static CodeBlock chain(CodeBlock start, List<CodeBlock> links) {
        return chain(start, links, links.size() > 1 ? "\n." : ".");
    }

    private static CodeBlock chain(CodeBlock start, List<CodeBlock> links, String separator) {
        CodeBlock.Builder code = CodeBlock.builder().add(start);
        links.forEach(link -> code.add(separator).add(link));
        return code.build();
    }

    private static boolean isPlain(FailureTypes failures) {
        return !failures.causes()
                && failures.except().isEmpty()
                && failures.on().size() == 1
                && TypeNames.raw(failures.on().get(0)).canonicalName().equals("java.lang.Exception");
    }

    private static CodeBlock classes(List<TypeMirror> types) {
        return CodeBlock.join(
                types.stream()
                        .map(type -> CodeBlock.of("$T.class", TypeNames.raw(type)))
                        .toList(),
                ", ");
    }

    private static CodeBlock duration(Span span) {
        Duration duration = span.duration();
        return Durations.of(duration);
    }
}
