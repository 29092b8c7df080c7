package dev.deft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A listener that remembers: the tasks and calls that run, and the last of those that have ended, with their outcomes.
 *
 * <pre>{@code
 * TaskTracker tracker = new TaskTracker();
 * Deft deft = Deft.builder().listener(tracker).build();
 * }</pre>
 *
 * <p>A task is known from when its body begins, or from its end if it never did. What they gave and threw is
 * kept for as long as they are remembered. Safe for use by any number of threads, and by
 * several runtimes.
 */
public final class TaskTracker implements TaskListener {
    private static final int DEFAULT_CAPACITY = 1_000;

    private final int capacity;
    private final ConcurrentHashMap<String, Tracked> byId = new ConcurrentHashMap<>();
    private final Queue<String> ended = new ConcurrentLinkedQueue<>();
    private final AtomicInteger endedCount = new AtomicInteger();
    private final AtomicLong sequence = new AtomicLong();

    /** One that remembers the last thousand that have ended. */
    public TaskTracker() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * One that remembers as many as told.
     *
     * @param capacity how many that have ended; those that run are known in any case
     * @throws IllegalArgumentException if it is negative
     */
    public TaskTracker(int capacity) {
        this.capacity = PoolSettings.atLeast(0, capacity, "capacity");
    }

    @Override
    public void on(TaskEvent event) {
        switch (event) {
            case TaskEvent.Started started ->
                byId.put(event.context().id(), new Tracked(event, sequence.getAndIncrement()));
            case TaskEvent.Succeeded succeeded -> end(event, null, false);
            case TaskEvent.Failed failed -> end(event, failed.failure(), false);
            case TaskEvent.Cancelled cancelled -> end(event, cancelled.cause(), true);
            default -> {}
        }
    }

    private void end(TaskEvent event, @Nullable Throwable failure, boolean cancelled) {
        String id = event.context().id();
        // One that never began has not been heard of before.
        Tracked tracked = byId.computeIfAbsent(id, key -> new Tracked(event, sequence.getAndIncrement()));
        tracked.end(event.time(), failure, cancelled);
        ended.add(id);
        endedCount.incrementAndGet();
        forgetOldest();
        tracked.tell();
    }

    private void forgetOldest() {
        while (endedCount.get() > capacity) {
            String oldest = ended.poll();
            if (oldest == null) {
                return;
            }
            endedCount.decrementAndGet();
            byId.remove(oldest);
        }
    }

    /**
     * All that it knows of, in the order in which they began.
     *
     * @return snapshots of this moment
     */
    public List<TrackedTask> tasks() {
        return where(each -> true);
    }

    /**
     * Those that have not ended.
     *
     * @return snapshots of this moment, in the order in which they began
     */
    public List<TrackedTask> running() {
        return where(each -> !each.isDone());
    }

    /**
     * Those that stand somewhere.
     *
     * @param status where
     * @return snapshots of this moment, in the order in which they began
     */
    public List<TrackedTask> withStatus(TaskStatus status) {
        return where(each -> each.status() == status);
    }

    /**
     * Those of one name.
     *
     * @param name a name as messages show it, such as {@code PaymentService.charge}, or the whole
     *     {@linkplain TaskName#qualified() qualified} one
     * @return snapshots of this moment, in the order in which they began
     */
    public List<TrackedTask> named(String name) {
        return where(each ->
                each.name().toString().equals(name) || each.name().qualified().equals(name));
    }

    /**
     * Those that are parts of one whole.
     *
     * @param traceId its identity
     * @return snapshots of this moment, in the order in which they began
     */
    public List<TrackedTask> ofTrace(String traceId) {
        return where(each -> each.traceId().equals(traceId));
    }

    private List<TrackedTask> where(Predicate<TrackedTask> condition) {
        List<Tracked> known = new ArrayList<>(byId.values());
        known.sort(Comparator.comparingLong(Tracked::sequence));
        return known.stream().map(Tracked::snapshot).filter(condition).toList();
    }

    /**
     * One by its identity.
     *
     * @param id its 16 hexadecimal digits
     * @return a snapshot of this moment; null if there was none, or it is forgotten
     */
    public @Nullable TrackedTask find(String id) {
        Tracked tracked = byId.get(id);
        return tracked == null ? null : tracked.snapshot();
    }

    /**
     * Waits until one has ended, however that may be.
     *
     * @param id its 16 hexadecimal digits
     * @return its last snapshot
     * @throws NoSuchElementException if there was none, or it is forgotten
     * @throws TaskInterruptedException if the thread is interrupted; the flag stays set
     * @throws java.util.concurrent.CancellationException if the context of the caller is cancelled
     * @throws DeadlineExceededException if the deadline of that context passes
     */
    public TrackedTask await(String id) {
        Tracked tracked = byId.get(id);
        if (tracked == null) {
            throw new NoSuchElementException("no task of the identity " + id + " is known");
        }
        return Task.await(tracked.ended());
    }
}
