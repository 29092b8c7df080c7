package dev.deft;

import dev.deft.policy.Policies;
import dev.deft.time.TimeSource;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** One runtime: a time source, listeners, settings, and the state that policies share. */
public final class Deft {
    private final TimeSource time;
    private final RandomGenerator random;
    private final TaskListener[] listeners;
    private final Policies policies;

    private Deft(Builder builder) {
        this.time = builder.time;
        this.random = builder.random;
        this.listeners = builder.listeners.toArray(TaskListener[]::new);
        this.policies = new Policies(this);
    }

    /** A builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Policies. */
    public Policies policies() {
        return policies;
    }

    /** Time. */
    public TimeSource time() {
        return time;
    }

    /** Randomness for jitter. */
    public RandomGenerator random() {
        return random;
    }

    /** Whether anybody listens; fixed for life. Policies ask this before they make an event. */
    public boolean isObserved() {
        return listeners.length > 0;
    }

    /** Tells the listeners. */
    public void tell(TaskEvent event) {
        for (TaskListener listener : listeners) {
            try {
                listener.on(event);
            } catch (Throwable failure) {
                System.getLogger("dev.deft").log(Level.WARNING, "A listener failed", failure);
            }
        }
    }

    /** Builder. */
    public static final class Builder {
        private TimeSource time = TimeSource.system();
        private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        private final List<TaskListener> listeners = new ArrayList<>();

        private Builder() {}

        /** Time. */
        public Builder time(TimeSource time) {
            this.time = Objects.requireNonNull(time, "time");
            return this;
        }

        /** Random. */
        public Builder random(RandomGenerator random) {
            this.random = Objects.requireNonNull(random, "random");
            return this;
        }

        /** Listener. */
        public Builder listener(TaskListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /** Builds. */
        public Deft build() {
            return new Deft(this);
        }
    }
}
