/** Tells OpenTelemetry what happens to tasks. */
// OpenTelemetry has no descriptors, but names that it keeps.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.deft.opentelemetry {
    requires transitive dev.deft;
    requires dev.deft.metrics;
    requires transitive io.opentelemetry.api;
    requires transitive io.opentelemetry.context;
    requires static transitive io.opentelemetry.sdk.trace;
    requires static transitive org.jspecify;

    exports dev.deft.opentelemetry;
}
