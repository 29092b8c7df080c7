/** What is open, saturated, draining or stuck in a runtime. */
module dev.deft.health {
    requires transitive dev.deft;
    requires static transitive org.jspecify;

    exports dev.deft.health;
}
