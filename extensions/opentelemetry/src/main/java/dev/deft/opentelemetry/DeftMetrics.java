package dev.deft.opentelemetry;

import dev.deft.Deft;
import dev.deft.metrics.DeftMeter;
import dev.deft.metrics.MeteringListener;
import io.opentelemetry.api.OpenTelemetry;

/**
 * Keeps meters of the calls of a runtime, of what its policies know, and of its pools in the metrics of OpenTelemetry.
 *
 * <p>Which these are, {@link DeftMeter} says: counters are counters, timers and histograms are histograms in seconds, gauges are
 * gauges, and tags are attributes. How many there are, and when they begin, {@link MeteringListener} says.
 *
 * <p>Nothing of this changes the outcome of a call, whatever OpenTelemetry throws.
 */
public final class DeftMetrics {
    private DeftMetrics() {}

    /**
     * Adds to a runtime to be what keeps its meters. Listeners are told in the order in which they were added: with
     * {@link DeftTracing} added after this one, a measurement is made while the call's span is current, which can be its exemplar.
     *
     * @param builder of the runtime
     * @param openTelemetry by whose meters measurements are made; gauges of two runtimes would be in each other's way there
     * @return the builder
     */
    public static Deft.Builder add(Deft.Builder builder, OpenTelemetry openTelemetry) {
        return builder.listener(new MeteringListener(new Instruments(openTelemetry.getMeter(DeftTracing.SCOPE))));
    }
}
