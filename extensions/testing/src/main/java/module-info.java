/**
 * Tests of tasks: virtual time, recordings, faults, assertions over plans, and a check that nothing is left behind.
 *
 * <p>JUnit, AssertJ and the annotations are needed by what names them, and not by faults in a running service.
 */
module dev.deft.testing {
    requires com.google.gson;
    requires transitive dev.deft;
    requires static transitive dev.deft.annotation;
    requires static transitive org.assertj.core;
    requires static transitive org.jspecify;
    requires static transitive org.junit.jupiter.api;

    exports dev.deft.testing;
}
