package dev.deft.benchmarks.bridges;

import java.util.function.Supplier;

/** Who sees what is called. */
public enum Watcher {
    /** No listener. */
    NOBODY(NoBridge::new),
    /** A listener that does nothing: what it costs that it is told. */
    SOMEBODY(IdleBridge::new),
    /** SLF4J as in production: identities in the MDC, no line for what goes well. */
    LOGS(LogBridge::quiet),
    /** SLF4J with a line for each event. */
    LOG_LINES(LogBridge::talkative),
    /** Meters of Micrometer. */
    MICROMETER(MicrometerBridge::new),
    /** Meters of OpenTelemetry. */
    METRICS(MetricsBridge::new),
    /** Spans of OpenTelemetry. */
    TRACES(TraceBridge::new),
    /** The JDK Flight Recorder, while nothing is recorded. */
    FLIGHT_IDLE(FlightBridge::idle),
    /** The JDK Flight Recorder, while a recording runs. */
    FLIGHT(FlightBridge::recording);

    private final Supplier<Bridge> bridge;

    Watcher(Supplier<Bridge> bridge) {
        this.bridge = bridge;
    }

    Bridge bridge() {
        return bridge.get();
    }
}
