package dev.deft.internal;

import dev.deft.TaskContext;
import java.lang.System.Logger.Level;
import java.util.Objects;

/** What a user wants to run when a context ends. */
final class Callback extends Link implements TaskContext.Registration {
    private final Runnable action;

    Callback(Runnable action) {
        this.action = Objects.requireNonNull(action, "action");
    }

    @Override
    protected void ended(Throwable cause, boolean interrupt) {
        try {
            action.run();
        } catch (Throwable failure) {
            System.getLogger("dev.deft").log(Level.WARNING, "A callback of a cancelled context failed", failure);
        }
    }

    @Override
    public boolean remove() {
        return leave();
    }
}
