package dev.deft.samples.quickstart;

import dev.deft.ContextCarrier;

// tag::carrier[]
/** Takes who is logged in from the thread that starts a task to the one that runs it. */
final class UserCarrier implements ContextCarrier {
    static final ThreadLocal<String> USER = new ThreadLocal<>();

    @Override
    public Snapshot capture() {
        String user = USER.get();
        return () -> {
            String before = USER.get();
            USER.set(user);
            return () -> USER.set(before);
        };
    }
}
// end::carrier[]
