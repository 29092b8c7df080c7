/** Cron expressions for schedules. */
// cron-utils has no descriptor, but a name that it keeps.
@SuppressWarnings("requires-automatic")
module dev.deft.cron {
    requires transitive dev.deft;
    requires com.cronutils;
    requires static transitive org.jspecify;

    exports dev.deft.cron;
}
