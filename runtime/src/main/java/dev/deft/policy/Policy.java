package dev.deft.policy;

import dev.deft.TaskName;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * What stands behind a word on a method: what it goes by, what it knows now, and how to change it while it is in use.
 * {@link Policies} lists them. Thread-safe.
 *
 * <p>A change holds for the calls to come, for every wrapper of the class on this {@link dev.deft.Deft}, and for all that
 * share the state by a name. What the policy knows is kept: who is inside a limit stays inside, what a circuit has seen it has
 * seen. So it is with a policy that is switched off: calls pass it by, and when it is switched on again it goes on from
 * where it was. The listeners are told of each change.
 *
 * @param <S> its settings
 */
public abstract sealed class Policy<S extends PolicySettings>
        permits AdaptiveLimitPolicy,
                CircuitBreakerPolicy,
                DeadlinePolicy,
                HedgePolicy,
                KeyedCircuitBreaker,
                KeyedLimit,
                KeyedLock,
                KeyedRateLimit,
                LimitPolicy,
                LockPolicy,
                RateLimitPolicy,
                RetryPolicy,
                SingleFlightPolicy,
                TimeoutPolicy {
    final Subject subject;

    Policy(Subject subject) {
        this.subject = subject;
    }

    /** The word of all policies of this class. */
    abstract SettingsWord<S> definition();

    /** Goes on with other settings, for the calls to come. */
    abstract void apply(S settings);

    /** The settings, under the name that the state of this policy is shared by. */
    S sharing(S settings) {
        return settings;
    }

    /**
     * Whose policy it is.
     *
     * @return the task
     */
    public final TaskName task() {
        return subject.name();
    }

    /**
     * The word, as it is called in settings: the annotation's name with a small letter.
     *
     * @return such as {@code retry} or {@code rateLimit}
     */
    public final String word() {
        return definition().name();
    }

    /**
     * Which of the task's policies of this word it is, in the order written.
     *
     * @return from 1
     */
    public final int ordinal() {
        return subject.ordinal();
    }

    /**
     * The name under which other policies share the state of this one.
     *
     * @return "" if none does
     */
    public String sharedName() {
        return "";
    }

    /**
     * Whether the class says that its annotations hold whatever anybody sets.
     *
     * @return true if nothing can be changed here
     */
    public final boolean isPinned() {
        return subject.pinned();
    }

    /**
     * The settings that hold now.
     *
     * @return those of the annotation, or what took their place
     */
    public abstract S settings();

    /**
     * What it knows now.
     *
     * @return a snapshot
     */
    public abstract Record state();

    /**
     * Goes on with other settings.
     *
     * @param settings the settings; a name in them does not matter
     * @throws IllegalStateException if the policy {@linkplain #isPinned is pinned}
     * @throws IllegalArgumentException if they cannot be
     */
    public final void change(S settings) {
        Objects.requireNonNull(settings, "settings");
        update(before -> settings);
    }

    /**
     * Goes on with another value of one attribute.
     *
     * @param attribute its name in the annotation, or {@code enabled}
     * @param value the value, as one would write it in the annotation; empty for none
     * @throws IllegalStateException if the policy {@linkplain #isPinned is pinned}
     * @throws IllegalArgumentException if there is no such attribute, or no such value; the message says what there is
     */
    public final void set(String attribute, String value) {
        set(Map.of(attribute, value));
    }

    /**
     * Goes on with other values of some attributes, all at once.
     *
     * @param values by attribute, as {@link #set(String, String)} takes them
     * @throws IllegalStateException if the policy {@linkplain #isPinned is pinned}
     * @throws IllegalArgumentException if there is no such attribute, or no such value, or they do not fit together; then
     *     nothing is changed
     */
    public final void set(Map<String, String> values) {
        update(before -> definition().with(before, values));
    }

    /**
     * Has calls pass this policy by from now on.
     *
     * @throws IllegalStateException if the policy {@linkplain #isPinned is pinned}
     * @throws IllegalArgumentException if it is a lock, which cannot be switched off
     */
    public final void switchOff() {
        set(SettingsWord.ENABLED, "false");
    }

    /**
     * Takes the policy into use again.
     *
     * @throws IllegalStateException if the policy {@linkplain #isPinned is pinned}
     * @throws IllegalArgumentException if it is a lock, which is always in use
     */
    public final void switchOn() {
        set(SettingsWord.ENABLED, "true");
    }

    private void update(UnaryOperator<S> change) {
        if (subject.pinned()) {
            throw new IllegalStateException(this + " is pinned by @Tasks(pinned = true), and is not changed");
        }
        ReentrantLock changing = subject.deft().policies().changing();
        S before;
        S after;
        changing.lock();
        try {
            before = settings();
            after = sharing(change.apply(before));
            if (after.equals(before)) {
                return;
            }
            apply(after);
        } finally {
            changing.unlock();
        }
        subject.policyChanged(word(), before, after);
    }
}
