package dev.deft.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

/**
 * A switch for the whole process that is off until somebody needs what stands behind it, and then stays on. To ask it costs
 * nothing while it is off: compiled code takes the answer for a constant, and is compiled anew when it changes. To be kept
 * in a static final field, for a record's components are constants only there.
 *
 * @param site what is turned
 * @param answer asks it
 */
public record OneWaySwitch(MutableCallSite site, MethodHandle answer) {
    private static final MethodHandle ON = MethodHandles.constant(boolean.class, true);
    private static final MethodHandle OFF = MethodHandles.constant(boolean.class, false);

    /** One that is off. */
    public OneWaySwitch() {
        this(new MutableCallSite(OFF));
    }

    private OneWaySwitch(MutableCallSite site) {
        this(site, site.dynamicInvoker());
    }

    /**
     * Asks.
     *
     * @return whether it was turned on
     */
    public boolean isOn() {
        try {
            return (boolean) answer.invokeExact();
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Turns it on, and returns when all threads see it. */
    public void turnOn() {
        if (!isOn()) {
            site.setTarget(ON);
            MutableCallSite.syncAll(new MutableCallSite[] {site});
        }
    }
}
