package dev.deft.processor.check;

import dev.deft.processor.model.FailureTypes;
import dev.deft.processor.model.Span;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * Words of one kind and one name share their state, so their settings agree. This sees a whole compilation; the runtime
 * sees the rest.
 */
final class SharedSettings implements Rule {
    private final Map<Shared, Named> seen = new HashMap<>();

    /** What is shared: state of a kind, by a name. */
    private record Shared(String kind, String name) {}

    private record Named(Word word, List<?> settings, String method) {}

    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            for (Word word : method.words()) {
                shared(word).ifPresent(shared -> {
                    String here = type.element().getSimpleName() + "." + method.name();
                    check(shared, new Named(word, settings(word), here), problems);
                });
            }
        }
    }

    private void check(Shared shared, Named here, Problems problems) {
        Named before = seen.putIfAbsent(shared, here);
        if (before != null && !before.settings().equals(here.settings())) {
            problems.add(
                    Problem.SETTINGS_DISAGREE,
                    here.word().origin().at("name"),
                    here.word().text(),
                    shared.kind(),
                    shared.name(),
                    before.method(),
                    before.word().text());
        }
    }

    private static Optional<Shared> shared(Word word) {
        return switch (word) {
            case Word.Retry retry ->
                retry.name().filter(name -> retry.budget() > 0).map(name -> new Shared("retry budget", name));
            case Word.Limit limit -> limit.name().map(name -> new Shared("limit", name));
            case Word.AdaptiveLimit limit -> limit.name().map(name -> new Shared("adaptive limit", name));
            case Word.CircuitBreaker circuit -> circuit.name().map(name -> new Shared("circuit breaker", name));
            case Word.RateLimit rate -> rate.name().map(name -> new Shared("rate limit", name));
            default -> Optional.empty();
        };
    }

    /** What has to agree: not the path of a key, which begins with a parameter of each method's own. */
    private static List<?> settings(Word word) {
        return switch (word) {
            case Word.Limit limit -> List.of(limit.permits(), duration(limit.maxWait()), limit.maxQueue(), keys(limit));
            case Word.AdaptiveLimit limit ->
                List.of(limit.min(), limit.max(), limit.begins(), duration(limit.maxWait()), limit.maxQueue());
            case Word.Retry retry -> List.of(retry.budget());
            case Word.CircuitBreaker circuit -> settings(circuit);
            case Word.RateLimit rate ->
                List.of(
                        rate.permits(),
                        rate.per().duration(),
                        rate.burst().orElse(rate.permits()),
                        duration(rate.maxWait()),
                        keys(rate));
            default -> List.of();
        };
    }

    private static List<?> settings(Word.CircuitBreaker circuit) {
        boolean byTime = circuit.windowTime().isPresent();
        boolean bySlowness = circuit.slowCall().isPresent();
        return List.of(
                circuit.failureRate(),
                byTime ? duration(circuit.windowTime()) : circuit.window(),
                circuit.minCalls(),
                circuit.openFor().duration(),
                circuit.trialCalls(),
                bySlowness ? List.of(duration(circuit.slowCall()), circuit.slowRate()) : "nothing is slow",
                failures(circuit.failures()),
                keys(circuit));
    }

    /** Types of different methods are compared by what they are called. */
    private static List<?> failures(FailureTypes failures) {
        return List.of(
                failures.on().stream().map(TypeMirror::toString).toList(),
                failures.except().stream().map(TypeMirror::toString).toList(),
                failures.causes());
    }

    private static Optional<Duration> duration(Optional<Span> span) {
        return span.map(Span::duration);
    }

    private static Object keys(Word word) {
        return word.key().isPresent() ? word.maxKeys() : "no key";
    }
}
