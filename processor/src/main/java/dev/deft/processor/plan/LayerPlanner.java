package dev.deft.processor.plan;

import dev.deft.processor.model.FailureTypes;
import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.StageKind;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides the layers of each method and names them, with the fields and constants that they need. */
final class LayerPlanner {
    /** What a method without words comes to. */
    static final Result STRAIGHT = new Result(new Entry.Straight(), List.of());

    /**
     * A method's beginning and its layers, outermost first.
     *
     * @param entry how it begins
     * @param layers what stands around the call
     */
    record Result(Entry entry, List<Layer> layers) {}

    private final WrapperNames names;
    private final boolean typeDeprecated;
    private final boolean faults;
    private final List<PolicyField> policies = new ArrayList<>();
    private final List<FilterConstant> filters = new ArrayList<>();

    LayerPlanner(WrapperNames names, boolean typeDeprecated, boolean faults) {
        this.names = names;
        this.typeDeprecated = typeDeprecated;
        this.faults = faults;
    }

    List<PolicyField> policies() {
        return List.copyOf(policies);
    }

    List<FilterConstant> filters() {
        return List.copyOf(filters);
    }

    Result plan(TaskMethod method, String stem, String constant, List<Parameter> parameters) {
        return new OneMethod(method, stem, constant, parameters).plan();
    }

    /** The work on one method. */
    private final class OneMethod {
        private final TaskMethod method;
        private final String stem;
        private final String constant;
        private final List<Parameter> parameters;
        private final List<Word> words;
        private final List<Layer> layers = new ArrayList<>();

        OneMethod(TaskMethod method, String stem, String constant, List<Parameter> parameters) {
            this.method = method;
            this.stem = stem;
            this.constant = constant;
            this.parameters = parameters;
            this.words = new ArrayList<>(method.nested());
        }

        Result plan() {
            Optional<Word.Async> async = method.words(Word.Async.class).findFirst();
            words.removeIf(Word.Async.class::isInstance);
            words.removeIf(Steps::addsMethod);
            Entry entry = async.isPresent() ? asynchronous(async.get()) : synchronous();
            List<Handler> fallbacks = handlers(Word.Fallback.class);
            if (!fallbacks.isEmpty()) {
                layers.add(new Layer.Handled(names.method(stem + "OrFallback"), fallbacks));
            }
            int limits = 0;
            int rates = 0;
            for (Word word : words) {
                switch (word) {
                    case Word.SingleFlight flight ->
                        layers.add(new Layer.Shared(names.method(stem + "Shared"), flight, policy(flight, 1)));
                    case Word.Deadline deadline ->
                        layers.add(new Layer.Bounded(names.method(stem + "Bounded"), deadline, policy(deadline, 1)));
                    case Word.Retry retry ->
                        layers.add(new Layer.Retried(names.method(stem + "Retried"), retry, policy(retry, 1)));
                    case Word.CircuitBreaker circuit ->
                        layers.add(new Layer.Guarded(names.method(stem + "Guarded"), circuit, policy(circuit, 1)));
                    case Word.Hedge hedge ->
                        layers.add(new Layer.Hedged(names.method(stem + "Hedged"), hedge, policy(hedge, 1)));
                    case Word.Timeout timeout ->
                        layers.add(new Layer.Timed(names.method(stem + "Timed"), timeout, policy(timeout, 1)));
                    case Word.RateLimit rate -> {
                        rates++;
                        String name = names.method(stem + "Paced" + number(rates));
                        layers.add(new Layer.Paced(name, rate, policy(rate, rates)));
                    }
                    case Word.Limit limit -> {
                        limits++;
                        String name = names.method(stem + "Limited" + number(limits));
                        layers.add(new Layer.Limited(name, limit, policy(limit, limits)));
                    }
                    case Word.AdaptiveLimit limit ->
                        layers.add(new Layer.Adapted(names.method(stem + "Adaptively"), limit, policy(limit, 1)));
                    case Word.Locked locked ->
                        layers.add(new Layer.Locked(names.method(stem + "Locked"), locked, policy(locked, 1)));
                    case Word.Deferred deferred -> deferred.cleanups().forEach(each -> clean(deferred, each));
                    case Word.Async async1 -> {}
                    case Word.Batch batch -> {}
                    case Word.Scheduled scheduled -> {}
                    case Word.Worker worker -> {}
                    case Word.Fallback fallback -> {}
                    case Word.Recover recover -> {}
                }
            }
            innermost();
            return new Result(entry, List.copyOf(layers));
        }

        private Entry synchronous() {
            return new Entry.Synchronous(new Layer.Observed(names.method(stem + "Observed")));
        }

        /** A deadline that only fallbacks stand around lies on the task itself, and then so do the fallbacks. */
        private Entry asynchronous(Word.Async async) {
            Optional<Word> outermost = words.stream()
                    .filter(word -> !(word instanceof Word.Fallback))
                    .findFirst();
            Optional<String> deadline = Optional.empty();
            Optional<Layer.Handled> fallback = Optional.empty();
            if (outermost.isPresent() && outermost.get() instanceof Word.Deadline onTask) {
                deadline = Optional.of(policy(onTask, 1));
                words.remove(onTask);
                List<Handler> fallbacks = handlers(Word.Fallback.class);
                if (!fallbacks.isEmpty()) {
                    fallback = Optional.of(new Layer.Handled(names.method(stem + "Fallback"), fallbacks));
                }
                words.removeIf(Word.Fallback.class::isInstance);
            }
            return new Entry.Asynchronous(
                    async.pool().map(name -> policy(async, 1)),
                    async.detached(),
                    deadline,
                    fallback,
                    async.onSuccess(),
                    async.onFailure());
        }

        private void clean(Word.Deferred deferred, NamedMethod cleanup) {
            String name = stem + "Then" + TypeTexts.capitalised(cleanup.name());
            layers.add(new Layer.Cleaned(names.method(name), deferred, cleanup));
        }

        private void innermost() {
            List<Handler> recovers = handlers(Word.Recover.class);
            if (!recovers.isEmpty()) {
                layers.add(new Layer.Handled(names.method(stem + "Recovered"), recovers));
            }
            if (parameters.stream().anyMatch(parameter -> parameter.injection() == Parameter.Injection.DEFER)) {
                layers.add(new Layer.Deferring(names.method(stem + "Deferring")));
            }
            boolean mentionsTypes = method.isStatic()
                    || method.stage() != StageKind.NONE
                    || parameters.stream().anyMatch(parameter -> !parameter.isPassed());
            boolean hidden =
                    parameters.stream().anyMatch(parameter -> !parameter.name().equals(parameter.inner()));
            boolean asksForFaults =
                    faults && method.isAsync(); // else that stands in the method that listeners are told of
            if (layers.isEmpty() && (asksForFaults || (mentionsTypes && hidden))) {
                layers.add(new Layer.Plain(names.method(stem + "Called")));
            }
        }

        private List<Handler> handlers(Class<? extends Word> kind) {
            List<Handler> handlers = new ArrayList<>();
            for (Word word : words) {
                if (kind.isInstance(word) && word instanceof Word.Fallback fallback) {
                    handlers.add(handler(
                            fallback.text(), fallback.handler(), fallback.failures(), "_FALLBACK", handlers.size()));
                } else if (kind.isInstance(word) && word instanceof Word.Recover recover) {
                    handlers.add(handler(
                            recover.text(), recover.handler(), recover.failures(), "_RECOVER", handlers.size()));
                }
            }
            return List.copyOf(handlers);
        }

        private Handler handler(String text, NamedMethod named, FailureTypes failures, String suffix, int before) {
            if (!failures.causes()) {
                return new Handler(text, named, failures, Optional.empty());
            }
            String name = names.field(constant + suffix + number(before + 1));
            List<String> warnings = List.copyOf(Warnings.ofMentioning(failures.all(), typeDeprecated));
            filters.add(new FilterConstant(name, failures, warnings));
            return new Handler(text, named, failures, Optional.of(name));
        }

        private String policy(Word word, int ordinal) {
            String kind = switch (word) {
                case Word.SingleFlight flight -> "Flight";
                case Word.Deadline deadline -> "Deadline";
                case Word.Retry retry -> "Retry";
                case Word.CircuitBreaker circuit -> "Circuit";
                case Word.Hedge hedge -> "Hedge";
                case Word.AdaptiveLimit limit -> "Adaptive";
                case Word.Timeout timeout -> "Timeout";
                case Word.Async async -> "Pool";
                case Word.RateLimit rate -> "Rate";
                case Word.Limit limit -> "Limit";
                case Word.Locked locked -> "Lock";
                default -> throw new IllegalArgumentException(word.text());
            };
            boolean hasManyStates = word.key().isPresent() && !(word instanceof Word.SingleFlight);
            String plural = hasManyStates ? "s" : "";
            String name = names.field(stem + kind + plural + number(ordinal));
            policies.add(new PolicyField(name, constant, word, ordinal, method.isStatic(), sharedLock(word)));
            return name;
        }

        /** The first of the methods that share the wrapper's own lock has it made; the others take theirs from it. */
        private Optional<PolicyField> sharedLock(Word word) {
            return policies.stream()
                    .filter(field -> isOwnLock(word, method.isStatic()) && isOwnLock(field.word(), field.isStatic()))
                    .filter(field ->
                            field.word().key().isPresent() == word.key().isPresent())
                    .findFirst();
        }

        private static boolean isOwnLock(Word word, boolean isStatic) {
            return word instanceof Word.Locked locked && locked.name().isEmpty() && !isStatic;
        }

        private String number(int ordinal) {
            return ordinal == 1 ? "" : String.valueOf(ordinal);
        }
    }
}
