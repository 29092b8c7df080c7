package dev.deft.metrics;

import dev.deft.policy.Policy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Registers meters that show what policies know.
 *
 * @param registrar where
 * @param policies what they show; the meters do not keep it from being garbage
 * @param tags their tags
 * @param <P> the class of the policies
 */
record Gauges<P extends Policy<?>>(MeterRegistrar registrar, Namesakes<P> policies, Map<String, String> tags) {
    /** For all policies with the same task as this one. */
    static <P extends Policy<?>> Gauges<P> of(MeterRegistrar registrar, Class<P> type, Policy<?> policy) {
        Map<String, String> task = Map.of(MeterTags.TASK, policy.task().toString());
        return new Gauges<>(registrar, new Namesakes<>(type), task);
    }

    Gauges<P> tagged(String tag, String value) {
        Map<String, String> more = new HashMap<>(tags);
        more.put(tag, value);
        return new Gauges<>(registrar, policies, Map.copyOf(more));
    }

    Gauges<P> withWordOf(Policy<?> policy) {
        return tagged(MeterTags.WORD, policy.word());
    }

    Gauges<P> withOrdinalOf(Policy<?> policy) {
        return tagged(MeterTags.ORDINAL, Integer.toString(policy.ordinal()));
    }

    /** A meter of the sum of a value. */
    Gauges<P> sum(DeftMeter meter, ToDoubleFunction<? super P> value) {
        return show(meter, all -> all.sum(value));
    }

    /** A meter of a proportion of sums. */
    Gauges<P> proportion(DeftMeter meter, ToDoubleFunction<? super P> part, ToDoubleFunction<? super P> whole) {
        return show(meter, all -> all.sum(part) / all.sum(whole));
    }

    private Gauges<P> show(DeftMeter meter, ToDoubleFunction<Namesakes<P>> value) {
        registrar.gauge(meter, tags, policies, value);
        return this;
    }
}
