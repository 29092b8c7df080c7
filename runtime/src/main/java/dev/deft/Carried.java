package dev.deft;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** What all carriers took from a thread. */
final class Carried {
    /** Of a runtime without carriers, or of a detached task. */
    static final Carried NOTHING = new Carried(List.of());

    private final List<ContextCarrier.Snapshot> snapshots;

    private Carried(List<ContextCarrier.Snapshot> snapshots) {
        this.snapshots = snapshots;
    }

    /** Takes it from the current thread. */
    static Carried by(ContextCarrier... carriers) {
        if (carriers.length == 0) {
            return NOTHING;
        }
        List<ContextCarrier.Snapshot> snapshots = new ArrayList<>(carriers.length);
        for (ContextCarrier carrier : carriers) {
            try {
                snapshots.add(carrier.capture());
            } catch (Throwable failure) {
                log(failure);
            }
        }
        return new Carried(snapshots);
    }

    boolean isNothing() {
        return snapshots.isEmpty();
    }

    /** Runs something on this thread with it. */
    void run(Runnable work) {
        if (isNothing()) {
            work.run();
            return;
        }
        List<ContextCarrier.Restoration> restorations = install();
        try {
            work.run();
        } finally {
            restore(restorations);
        }
    }

    private List<ContextCarrier.Restoration> install() {
        List<ContextCarrier.Restoration> restorations = new ArrayList<>(snapshots.size());
        for (ContextCarrier.Snapshot snapshot : snapshots) {
            try {
                restorations.add(snapshot.install());
            } catch (Throwable failure) {
                log(failure);
            }
        }
        return restorations;
    }

    /** Last installed, first restored. */
    private static void restore(List<ContextCarrier.Restoration> restorations) {
        for (ContextCarrier.Restoration restoration : restorations.reversed()) {
            try {
                restoration.restore();
            } catch (Throwable failure) {
                log(failure);
            }
        }
    }

    private static void log(Throwable failure) {
        System.getLogger("dev.deft").log(Level.WARNING, "A context carrier failed", failure);
    }
}
