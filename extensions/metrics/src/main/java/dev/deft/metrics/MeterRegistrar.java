package dev.deft.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A metrics library, as far as meters of Deft need it: this is what a bridge to one implements. Has to be thread-safe. A meter is
 * asked for once for each combination of tags. One that throws, when it is asked for or used, is left alone from then on, which is
 * logged once for each {@link DeftMeter}; it changes the outcome of no call.
 */
public interface MeterRegistrar {
    /** The bounds of {@link DeftMeter.Kind#HISTOGRAM}s: from a millisecond to a minute, about three in each power of ten. */
    List<Duration> BOUNDS = List.of(
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(2500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1));

    /**
     * Registers a counter, which is there from now on, at zero.
     *
     * @param meter of kind {@link DeftMeter.Kind#COUNTER}
     * @param tags its tags and their values, at least one
     * @return what counts
     */
    Counter counter(DeftMeter meter, Map<String, String> tags);

    /**
     * Registers a timer or a histogram.
     *
     * @param meter of kind {@link DeftMeter.Kind#TIMER} or {@link DeftMeter.Kind#HISTOGRAM}
     * @param tags its tags and their values, at least one
     * @return what gathers durations
     */
    Timer timer(DeftMeter meter, Map<String, String> tags);

    /**
     * Registers a gauge.
     *
     * @param meter of kind {@link DeftMeter.Kind#GAUGE}
     * @param tags its tags and their values, at least one
     * @param source what it reads; must be held weakly: once it is garbage, the gauge shows nothing
     * @param value reads it; not a number if there is nothing to show
     * @param <S> the class of the source
     */
    <S> void gauge(DeftMeter meter, Map<String, String> tags, S source, ToDoubleFunction<? super S> value);

    /** Counts up. */
    @FunctionalInterface
    interface Counter {
        /** By one. */
        void increment();
    }

    /** Gathers durations. */
    @FunctionalInterface
    interface Timer {
        /**
         * Adds one.
         *
         * @param duration zero or more
         */
        void record(Duration duration);
    }
}
