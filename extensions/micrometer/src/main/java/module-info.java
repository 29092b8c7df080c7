/** Meters of tasks and of their policies. */
// Micrometer has no descriptor, but a name that it keeps.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.deft.micrometer {
    requires transitive dev.deft;
    requires transitive dev.deft.metrics;
    requires transitive micrometer.core;
    requires static transitive org.jspecify;

    exports dev.deft.micrometer;
}
