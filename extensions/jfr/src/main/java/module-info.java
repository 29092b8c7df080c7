/** Tells the JDK Flight Recorder what happens to tasks. */
module dev.deft.jfr {
    requires transitive dev.deft;
    requires jdk.jfr;
    requires static transitive org.jspecify;

    exports dev.deft.jfr;
}
