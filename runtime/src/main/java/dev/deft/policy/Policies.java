package dev.deft.policy;

import dev.deft.Deft;
import dev.deft.TaskName;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policies of one {@link Deft}, made when a wrapper first asks for them and shared by all wrappers that ask for the
 * same. Thread-safe.
 *
 * <p>A policy belongs to a task, by its name, and a word. Should the same task be asked for with other settings, as when a
 * class was loaded anew after a change, it gets another policy.
 */
public final class Policies {
    private final Deft deft;
    private final ConcurrentHashMap<Key<RetrySettings>, RetryPolicy> retries = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<LimitSettings>, LimitPolicy> limits = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<Duration>, TimeoutPolicy> timeouts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<Duration>, DeadlinePolicy> deadlines = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, SharedLimit> sharedLimits = new ConcurrentHashMap<>();

    /**
     * Called by {@link Deft} alone.
     *
     * @param deft the runtime that these belong to; it is not yet complete
     */
    public Policies(Deft deft) {
        this.deft = Objects.requireNonNull(deft, "deft");
    }

    /**
     * The policy of {@code @Retry}.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     */
    public RetryPolicy retry(TaskName name, RetrySettings settings) {
        return retries.computeIfAbsent(
                new Key<>(name, 1, settings), key -> new RetryPolicy(new Subject(deft, name), settings));
    }

    /**
     * The policy of {@code @Limit}, the first of the task.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the limit has a name under which there is one with other settings
     */
    public LimitPolicy limit(TaskName name, LimitSettings settings) {
        return limit(name, 1, settings);
    }

    /**
     * The policy of {@code @Limit} where a task has several.
     *
     * @param name the task
     * @param ordinal which of them, in the order written, from 1
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the limit has a name under which there is one with other settings
     */
    public LimitPolicy limit(TaskName name, int ordinal, LimitSettings settings) {
        return limits.computeIfAbsent(
                new Key<>(name, ordinal, settings),
                key -> new LimitPolicy(new Subject(deft, name), settings, permits(name, settings)));
    }

    private Permits permits(TaskName name, LimitSettings settings) {
        if (settings.name().isEmpty()) {
            return new Permits(settings.permits());
        }
        SharedLimit shared = sharedLimits.computeIfAbsent(
                settings.name(), key -> new SharedLimit(name, settings, new Permits(settings.permits())));
        if (!shared.settings.equals(settings)) {
            throw new IllegalArgumentException("Two different limits are named \"" + settings.name() + "\": ("
                    + shared.settings + ") of " + shared.name.qualified() + " and (" + settings + ") of "
                    + name.qualified());
        }
        return shared.permits;
    }

    /**
     * The policy of {@code @Timeout}.
     *
     * @param name the task
     * @param timeout what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if {@code timeout} is zero or negative
     */
    public TimeoutPolicy timeout(TaskName name, Duration timeout) {
        return timeouts.computeIfAbsent(
                new Key<>(name, 1, timeout), key -> new TimeoutPolicy(new Subject(deft, name), timeout));
    }

    /**
     * The policy of {@code @Deadline}.
     *
     * @param name the task
     * @param duration what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public DeadlinePolicy deadline(TaskName name, Duration duration) {
        return deadlines.computeIfAbsent(
                new Key<>(name, 1, duration), key -> new DeadlinePolicy(new Subject(deft, name), duration));
    }

    private record Key<S>(TaskName name, int ordinal, S settings) {}

    /** A limit with a name, and who was the first to have it. */
    private record SharedLimit(TaskName name, LimitSettings settings, Permits permits) {}
}
