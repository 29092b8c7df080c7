/**
 * Tests of tasks: virtual time, recordings, and a check that nothing is left behind.
 */
module dev.deft.testing {
    requires transitive dev.deft;
    requires transitive org.assertj.core;
    requires static transitive org.jspecify;
    requires transitive org.junit.jupiter.api;

    exports dev.deft.testing;
}
