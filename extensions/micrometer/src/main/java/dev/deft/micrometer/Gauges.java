package dev.deft.micrometer;

import dev.deft.policy.Policy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.ToDoubleFunction;

/**
 * Registers meters that show what policies know.
 *
 * @param registry where
 * @param policies what they show; the meters do not keep it from being garbage
 * @param tags their tags
 * @param <P> the class of the policies
 */
record Gauges<P extends Policy<?>>(MeterRegistry registry, Namesakes<P> policies, Tags tags) {
    /** For all policies with the same task as this one. */
    static <P extends Policy<?>> Gauges<P> of(MeterRegistry registry, Class<P> type, Policy<?> policy) {
        Tags task = Tags.of(DeftMeters.TASK, policy.task().toString());
        return new Gauges<>(registry, new Namesakes<>(type), task);
    }

    Gauges<P> tagged(String tag, String value) {
        return new Gauges<>(registry, policies, tags.and(tag, value));
    }

    Gauges<P> withWordOf(Policy<?> policy) {
        return tagged(DeftMeters.WORD, policy.word());
    }

    Gauges<P> withOrdinalOf(Policy<?> policy) {
        return tagged(DeftMeters.ORDINAL, Integer.toString(policy.ordinal()));
    }

    /** A meter of the sum of a value. */
    Gauges<P> sum(String name, String description, ToDoubleFunction<? super P> value) {
        return show(name, description, all -> all.sum(value));
    }

    /** A meter of a proportion of sums. */
    Gauges<P> proportion(
            String name, String description, ToDoubleFunction<? super P> part, ToDoubleFunction<? super P> whole) {
        return show(name, description, all -> all.sum(part) / all.sum(whole));
    }

    private Gauges<P> show(String name, String description, ToDoubleFunction<Namesakes<P>> value) {
        Gauge.builder(name, policies, value).description(description).tags(tags).register(registry);
        return this;
    }
}
