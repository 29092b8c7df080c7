package dev.deft;

import org.jspecify.annotations.Nullable;

/** Closes a runtime when the machine shuts down, unless that was done before. */
final class ShutdownHook {
    private final Runtime machine = Runtime.getRuntime();
    private final @Nullable Thread thread;

    private ShutdownHook(@Nullable Thread thread) {
        this.thread = thread;
    }

    static ShutdownHook none() {
        return new ShutdownHook(null);
    }

    static ShutdownHook closing(Deft deft) {
        Thread thread = Thread.ofPlatform().name("deft-shutdown").unstarted(deft::close);
        ShutdownHook hook = new ShutdownHook(thread);
        hook.machine.addShutdownHook(thread);
        return hook;
    }

    /** The runtime is closed: the machine need not keep it. */
    void remove() {
        if (thread == null) {
            return;
        }
        try {
            machine.removeShutdownHook(thread);
        } catch (IllegalStateException shuttingDown) {
            // the hook runs, or is about to find that there is nothing to do
        }
    }
}
