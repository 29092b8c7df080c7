/** Go's channels and select, for virtual threads. */
module dev.deft.channel {
    requires transitive dev.deft;
    requires static transitive org.jspecify;

    exports dev.deft.channel;
}
