package dev.deft.testing;

import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** A listener that keeps all that it is told. Thread-safe; it grows until it is cleared. */
public final class Recording implements TaskListener {
    /** Of what happens outside of any call. */
    private static final String NO_CALL = "0".repeat(16);

    private final ReentrantLock lock = new ReentrantLock();
    private final List<TaskEvent> events = new ArrayList<>();

    /** An empty recording. */
    public Recording() {}

    @Override
    public void on(TaskEvent event) {
        lock.lock();
        try {
            events.add(event);
        } finally {
            lock.unlock();
        }
    }

    /**
     * All events so far.
     *
     * @return a copy, in the order in which they were told
     */
    public List<TaskEvent> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all events. */
    public void clear() {
        lock.lock();
        try {
            events.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * All tasks and synchronous calls so far.
     *
     * @return one for each, in the order of their first events
     */
    public List<RecordedCall> calls() {
        Map<String, List<TaskEvent>> byId = new LinkedHashMap<>();
        for (TaskEvent event : events()) {
            if (!event.context().id().equals(NO_CALL)) {
                byId.computeIfAbsent(event.context().id(), id -> new ArrayList<>())
                        .add(event);
            }
        }
        return byId.values().stream().map(RecordedCall::new).toList();
    }

    /**
     * The tasks and synchronous calls of one name.
     *
     * @param name such as {@code PaymentService.charge}, or the qualified name of the method
     * @return one for each, in the order of their first events
     */
    public List<RecordedCall> calls(String name) {
        return calls().stream().filter(call -> Names.fits(call.name(), name)).toList();
    }

    /**
     * The only task or synchronous call of a name.
     *
     * @param name such as {@code PaymentService.charge}, or the qualified name of the method
     * @return the call
     * @throws AssertionError if there was none, or more than one: then {@link #calls(String)} gives them
     */
    public RecordedCall call(String name) {
        List<RecordedCall> found = calls(name);
        if (found.isEmpty()) {
            throw new AssertionError("There was no call of " + name + "; recorded are "
                    + calls().stream().map(RecordedCall::name).toList());
        }
        if (found.size() > 1) {
            throw new AssertionError("There were " + found.size() + " calls of " + name + ", not one; calls(\"" + name
                    + "\") gives them in the order in which they began");
        }
        return found.getFirst();
    }
}
