package dev.deft.processor.write;

import dev.deft.processor.model.FailureTypes;
import dev.deft.processor.model.KeyPath;
import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.Span;
import dev.deft.processor.model.Word;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Every value of a word by the name of its attribute, defaults included, in the order of the annotation. */
final class WordValues {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private WordValues() {}

    static Map<String, Object> of(Word word) {
        WordValues values = new WordValues();
        switch (word) {
            case Word.Async async -> values.async(async);
            case Word.Batch batch -> {}
            case Word.Scheduled scheduled -> values.scheduled(scheduled);
            case Word.Worker worker -> values.worker(worker);
            case Word.Fallback fallback -> values.handler(fallback.handler()).failures(fallback.failures());
            case Word.Recover recover -> values.handler(recover.handler()).failures(recover.failures());
            case Word.SingleFlight flight -> values.key(flight.key());
            case Word.Deadline deadline -> values.span("value", deadline.span());
            case Word.Timeout timeout -> values.span("value", timeout.span());
            case Word.Retry retry -> values.retry(retry);
            case Word.CircuitBreaker circuit -> values.circuitBreaker(circuit);
            case Word.Hedge hedge -> values.hedge(hedge);
            case Word.RateLimit rate -> values.rateLimit(rate);
            case Word.Limit limit -> values.limit(limit);
            case Word.AdaptiveLimit limit -> values.adaptiveLimit(limit);
            case Word.Locked locked -> values.locked(locked);
            case Word.Deferred deferred -> values.deferred(deferred);
        }
        return values.values;
    }

    private void async(Word.Async async) {
        put("pool", async.pool());
        method("onSuccess", async.onSuccess());
        method("onFailure", async.onFailure());
        put("detached", async.detached());
    }

    private void scheduled(Word.Scheduled scheduled) {
        span("every", scheduled.every());
        span("delay", scheduled.delay());
        put("cron", scheduled.cron());
        span("initialDelay", scheduled.initialDelay());
        span("jitter", scheduled.jitter());
        put("overlap", scheduled.queued() ? "QUEUE" : "SKIP");
    }

    private void worker(Word.Worker worker) {
        put("value", worker.loops());
        method("onFailure", worker.onFailure());
    }

    private void retry(Word.Retry retry) {
        put("attempts", retry.attempts());
        span("delay", retry.delay());
        put("backoff", retry.backoff().name());
        put("factor", retry.factor());
        span("maxDelay", retry.maxDelay());
        put("jitter", retry.jitter().name());
        span("maxDuration", retry.maxDuration());
        failures(retry.failures());
        method("when", retry.when());
        method("whileResult", retry.whileResult());
        method("delayFrom", retry.delayFrom());
        method("onRetry", retry.onRetry());
        put("budget", retry.budget());
        put("name", retry.name());
    }

    private void circuitBreaker(Word.CircuitBreaker circuit) {
        put("failureRate", circuit.failureRate());
        put("window", circuit.windowTime().isPresent() ? Optional.empty() : circuit.window());
        span("windowTime", circuit.windowTime());
        put("minCalls", circuit.minCalls());
        span("openFor", circuit.openFor());
        put("trialCalls", circuit.trialCalls());
        span("slowCall", circuit.slowCall());
        put("slowRate", circuit.slowRate());
        failures(circuit.failures());
        boundedKey(circuit);
        put("name", circuit.name());
    }

    private void hedge(Word.Hedge hedge) {
        if (hedge.percentile().isPresent()) {
            BigDecimal percent = BigDecimal.valueOf(hedge.percentile().getAsDouble())
                    .movePointRight(2)
                    .stripTrailingZeros();
            put("after", "p" + percent.toPlainString());
        } else {
            span("after", hedge.after());
        }
        put("max", hedge.max());
    }

    private void rateLimit(Word.RateLimit rate) {
        put("value", rate.permits());
        span("per", rate.per());
        put("burst", rate.burst().orElse(rate.permits()));
        span("maxWait", rate.maxWait());
        boundedKey(rate);
        put("weight", rate.weight().map(KeyPath::text));
        put("name", rate.name());
    }

    private void limit(Word.Limit limit) {
        put("value", limit.permits());
        waiting(limit);
        boundedKey(limit);
        put("weight", limit.weight().map(KeyPath::text));
        put("name", limit.name());
    }

    private void adaptiveLimit(Word.AdaptiveLimit limit) {
        put("min", limit.min());
        put("max", limit.max());
        put("initial", limit.begins());
        waiting(limit);
        put("name", limit.name());
    }

    private void locked(Word.Locked locked) {
        put("value", locked.name());
        put("mode", locked.mode().name());
        key(locked.key());
    }

    private void deferred(Word.Deferred deferred) {
        put("value", deferred.cleanups().stream().map(NamedMethod::name).toList());
        put("on", deferred.on().name());
    }

    private void waiting(Word.Queued limit) {
        span("maxWait", limit.maxWait());
        put("maxQueue", limit.maxQueue());
    }

    private WordValues handler(NamedMethod handler) {
        return put("value", handler.name());
    }

    private void failures(FailureTypes failures) {
        put("on", failures.on().stream().map(BinaryNames::of).toList());
        put("except", failures.except().stream().map(BinaryNames::of).toList());
        put("causes", failures.causes());
    }

    private void boundedKey(Word word) {
        key(word.key());
        put("maxKeys", word.key().isPresent() ? word.maxKeys() : OptionalInt.empty());
    }

    private void key(Optional<KeyPath> key) {
        put("key", key.map(KeyPath::text));
    }

    private void method(String attribute, Optional<NamedMethod> method) {
        put(attribute, method.map(NamedMethod::name));
    }

    private void span(String attribute, Optional<Span> span) {
        put(attribute, span.map(each -> each.duration().toString()));
    }

    private void span(String attribute, Span span) {
        span(attribute, Optional.of(span));
    }

    private WordValues put(String attribute, Object value) {
        values.put(attribute, value);
        return this;
    }
}
