package dev.deft.samples.linkcheck;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C a polite request: it calls an action, which should make the guarded block end soon, and then holds the
 * JVM back until that block is left, but not for long.
 */
public final class ShutdownGuard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CountDownLatch left = new CountDownLatch(1);
    private final Thread hook = new Thread(this::shutDown, "shutdown-guard");
    private Runnable cancel = () -> {};
    private boolean shuttingDown;

    /** Guards from now on, until it is closed. */
    public static ShutdownGuard open() {
        ShutdownGuard guard = new ShutdownGuard();
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    private ShutdownGuard() {}

    /** What makes the guarded block end. */
    public void onShutdown(Runnable action) {
        boolean late;
        synchronized (this) {
            cancel = action;
            late = shuttingDown;
        }
        if (late) {
            action.run();
        }
    }

    /** The guarded block is left. */
    @Override
    public void close() {
        left.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down: the hook runs, and has just been told that it may end.
        }
    }

    private void shutDown() {
        Runnable action;
        synchronized (this) {
            shuttingDown = true;
            action = cancel;
        }
        action.run();
        try {
            left.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
