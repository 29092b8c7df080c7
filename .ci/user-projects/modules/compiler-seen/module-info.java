/** A module that sees the JDK's {@code @Generated}. */
module shop {
    requires dev.deft;
    requires static dev.deft.annotation;
    requires dev.deft.channel;
    requires static java.compiler;
    requires static org.jspecify;
}
