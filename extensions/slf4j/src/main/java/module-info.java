/** Tells SLF4J what happens to tasks. */
module dev.deft.slf4j {
    requires transitive dev.deft;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.deft.slf4j;
}
