/** A module that does not see the JDK's {@code @Generated}. */
module shop {
    requires dev.deft;
    requires static dev.deft.annotation;
    requires dev.deft.channel;
    requires static org.jspecify;
}
