/** The thin runtime that generated task wrappers, and their users, call. */
module dev.deft {
    requires static transitive org.jspecify;

    exports dev.deft;
    exports dev.deft.policy;
    exports dev.deft.time;
}
