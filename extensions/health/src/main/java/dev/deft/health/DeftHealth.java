package dev.deft.health;

import dev.deft.Deft;
import dev.deft.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Tells what is open, saturated, draining or stuck in a runtime. Thread-safe. Calls pay nothing for it: all the work is done
 * when a {@link #report} is asked for, in proportion to the policies, the keys of those that have keys, and the tasks that run.
 *
 * <p>To be kept, because it remembers which tasks it found cancelled, and since when.
 */
public final class DeftHealth {
    private static final Comparator<Stuck> LONGEST_FIRST = Comparator.comparing(Stuck::overdue)
            .reversed()
            .thenComparing(Stuck::task)
            .thenComparing(Stuck::id);

    private final Deft deft;
    private final Duration stuckAfter;
    private final int most;
    private final int unbearable;
    private final Needs needs;
    private final OverdueTasks overdueTasks = new OverdueTasks();

    /** Guards {@link #overdueTasks}. */
    private final ReentrantLock looking = new ReentrantLock();

    private DeftHealth(Builder builder) {
        this.deft = builder.deft;
        this.stuckAfter = builder.stuckAfter;
        this.most = builder.most;
        this.unbearable = builder.unbearable;
        this.needs = new Needs(List.copyOf(builder.needed));
    }

    /**
     * Watches over a runtime with the defaults.
     *
     * @param deft what to look at
     * @return what tells how it is
     */
    public static DeftHealth of(Deft deft) {
        return builder(deft).build();
    }

    /**
     * Begins settings other than the defaults.
     *
     * @param deft what to look at
     * @return a builder
     */
    public static Builder builder(Deft deft) {
        return new Builder(deft);
    }

    /**
     * Looks at the runtime.
     *
     * @return how it is now
     */
    public HealthReport report() {
        boolean draining = deft.isClosed();
        PolicyFindings policies = new PolicyFindings(deft, most);
        List<Task<?>> running = deft.runningTasks();
        Findings<OpenCircuit> open = policies.open.findings();
        Findings<Saturation> saturated = policies.saturated.findings();
        List<Stuck> longest = stuck(policies.overdue, running);
        int count = longest.stream().mapToInt(Stuck::count).sum();
        Findings<Stuck> stuck =
                new Findings<>(count, longest.stream().limit(most).toList());
        Findings<Missing> missing = needs.missing(deft.policies(), most);
        HealthStatus liveness = upUnless(count >= unbearable);
        HealthStatus readiness = upUnless(draining || !missing.isEmpty());
        boolean fine = open.isEmpty() && saturated.isEmpty() && stuck.isEmpty();
        HealthStatus status = liveness == HealthStatus.DOWN || readiness == HealthStatus.DOWN
                ? HealthStatus.DOWN
                : fine ? HealthStatus.UP : HealthStatus.DEGRADED;
        return new HealthReport(status, liveness, readiness, draining, running.size(), open, saturated, stuck, missing);
    }

    private List<Stuck> stuck(List<Stuck> overdueByPolicy, List<Task<?>> running) {
        List<Stuck> overdue;
        looking.lock();
        try {
            overdue = overdueTasks.among(running, deft.time().now());
        } finally {
            looking.unlock();
        }
        return Stream.concat(overdueByPolicy.stream(), overdue.stream())
                .filter(one -> one.overdue().compareTo(stuckAfter) >= 0)
                .sorted(LONGEST_FIRST)
                .toList();
    }

    private static HealthStatus upUnless(boolean down) {
        return down ? HealthStatus.DOWN : HealthStatus.UP;
    }

    /** Settings of what is to be. Not safe for use by several threads. */
    public static final class Builder {
        private static final Duration DEFAULT_STUCK_AFTER = Duration.ofSeconds(10);
        private static final int DEFAULT_MOST = 20;

        private final Deft deft;
        private Duration stuckAfter = DEFAULT_STUCK_AFTER;
        private int most = DEFAULT_MOST;
        private int unbearable = Integer.MAX_VALUE;
        private final List<String> needed = new ArrayList<>();

        private Builder(Deft deft) {
            this.deft = Objects.requireNonNull(deft, "deft");
        }

        /**
         * Sets for how long something may go on that was told to end before it is called stuck; by default 10 s.
         *
         * @param time zero reports it at once
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder stuckAfter(Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException("stuckAfter must not be negative, but is " + time);
            }
            this.stuckAfter = time;
            return this;
        }

        /**
         * Sets how many findings of a kind are listed; by default 20. All are counted.
         *
         * @param findings how many; zero lists none
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder list(int findings) {
            if (findings < 0) {
                throw new IllegalArgumentException("list must not be negative, but is " + findings);
            }
            this.most = findings;
            return this;
        }

        /**
         * Sets how many bodies may be stuck before the process is worth no more than a restart; by default that is never so.
         *
         * @param stuck with so many, {@link HealthReport#liveness} is {@link HealthStatus#DOWN}
         * @return this
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder restartWhenStuck(int stuck) {
            if (stuck < 1) {
                throw new IllegalArgumentException("restartWhenStuck must be at least 1, but is " + stuck);
            }
            this.unbearable = stuck;
            return this;
        }

        /**
         * Names what calls cannot do without; may be called repeatedly. By default they can do without any.
         *
         * @param task a method as {@code PaymentService.charge}, or a class as {@code PaymentService}; while a circuit of it is
         *     open, those with a key aside, and before its wrapper has been made, {@link HealthReport#readiness} is
         *     {@link HealthStatus#DOWN}, and {@link HealthReport#missing} says why. A method without a policy is never found
         * @return this
         * @throws IllegalArgumentException if nothing can have this name. A name that is merely misspelt cannot be told from
         *     that of a wrapper which is yet to be made
         */
        public Builder needs(String task) {
            needed.add(Needs.checked(task));
            return this;
        }

        /**
         * Makes it.
         *
         * @return to be kept
         */
        public DeftHealth build() {
            return new DeftHealth(this);
        }
    }
}
