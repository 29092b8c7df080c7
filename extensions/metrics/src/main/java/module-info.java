/** The vocabulary of meters that the bridges to metrics libraries have in common. */
@SuppressWarnings("requires-transitive-automatic")
module dev.deft.metrics {
    requires transitive dev.deft;
    requires static transitive org.jspecify;

    exports dev.deft.metrics;
}
