package dev.deft.testing;

import dev.deft.CircuitOpenException;
import dev.deft.FaultInjector;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import dev.deft.TaskWait;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What shall go wrong, by the names of tasks, without a change to the code under test: right before the body of an attempt
 * is called, within all its policies. Thread-safe; can be changed at any time.
 *
 * <p>Wrappers ask for faults if they were generated with the compiler option {@code -Adeft.faults}.
 *
 * <p>In a test it is a parameter, and on; the test fails if no attempt came by something that was said here. In a running
 * service, give one to {@link dev.deft.Deft.Builder#faults}: there it is off, and does nothing, until it is
 * {@linkplain #switchOn switched on}.
 *
 * <p>Reached is every method that a wrapper calls under a word; methods that annotations name, such as handlers, are not.
 */
public final class Faults implements FaultInjector {
    /** All that was said, in that order. */
    private final List<Said> said = new CopyOnWriteArrayList<>();

    /** The names for which something was said, closed or not, that nothing has come by since. */
    private final Set<String> missed = new ConcurrentSkipListSet<>();

    /** The classes whose wrappers have asked. */
    private final Set<String> asking = ConcurrentHashMap.newKeySet();

    private final RandomGenerator seeds;
    private volatile boolean on;

    /** Faults that are off, and random in another way each time. */
    public Faults() {
        this(new Random());
    }

    /**
     * Faults that are off.
     *
     * @param seed from what the random ones grow
     */
    public Faults(long seed) {
        this(new Random(seed));
    }

    private Faults(Random seeds) {
        this.seeds = seeds;
    }

    /** Has the faults happen from now on. */
    public void switchOn() {
        on = true;
    }

    /** Lets no fault happen from now on; waits that have begun go on. */
    public void switchOff() {
        on = false;
    }

    /**
     * Whether faults happen.
     *
     * @return false until they are switched on
     */
    public boolean isOn() {
        return on;
    }

    /** Forgets all faults, and whether anything came by them. */
    public void clear() {
        said.clear();
        missed.clear();
    }

    /**
     * Forgets the faults of a task, and whether anything came by them.
     *
     * @param name as it was given to {@link #in}
     */
    public void clear(String name) {
        said.removeIf(each -> each.task.name.equals(name));
        missed.remove(name);
    }

    /**
     * Where to say what shall go wrong in a task.
     *
     * @param name such as {@code PaymentService.charge}, or the qualified name of the method, with or without the parameter
     *     types
     * @return adds to what was said before, and takes what was said by it away when it is closed
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public InTask in(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task has a name, such as PaymentService.charge");
        }
        return new InTask(name);
    }

    @Override
    public void beforeCall(TaskName task) throws Throwable {
        if (!on) {
            return;
        }
        asking.add(task.className());
        for (Said each : said) {
            if (Names.fits(task, each.task.name)) {
                missed.remove(each.task.name);
                each.fault.strike(task);
            }
        }
    }

    /** The names of tasks with faults that no attempt has come by. */
    List<String> missed() {
        return List.copyOf(missed);
    }

    /** Whether the wrapper of a task's class has ever asked for faults while they were on. */
    boolean wasAskedBy(TaskName task) {
        return asking.contains(task.className());
    }

    /** Waits, unless the context ends or the thread is interrupted, which is then thrown. */
    private static void pause(Duration duration) {
        TaskWait wait = TaskWait.begin();
        TaskWait.Outcome outcome = wait.await(duration);
        if (outcome != TaskWait.Outcome.TIME_UP) {
            throw wait.failure(outcome);
        }
    }

    private static void hangOn() {
        TaskWait wait = TaskWait.begin();
        throw wait.failure(wait.await());
    }

    /** One thing that goes wrong. */
    @FunctionalInterface
    private interface Fault {
        void strike(TaskName task) throws Throwable;
    }

    private record Said(InTask task, Fault fault) {}

    /**
     * What goes wrong in one task. Several faults of a task happen in the order in which they were said, until one of them
     * throws.
     */
    public final class InTask implements AutoCloseable {
        private final String name;

        private InTask(String name) {
            this.name = name;
        }

        /**
         * The first attempts of each call fail.
         *
         * @param attempts how many
         * @param failure makes what each fails with, as it is: something that the method may throw
         * @return this
         * @throws IllegalArgumentException if {@code attempts} is less than 1
         */
        public InTask failFirst(int attempts, Supplier<? extends Throwable> failure) {
            requirePositive(attempts);
            return add(failing(failure, () -> TaskContext.current().attempt() <= attempts));
        }

        /**
         * One attempt fails, counted from now on over all calls.
         *
         * @param attempt which one; 1 is the next
         * @param failure makes what it fails with
         * @return this
         * @throws IllegalArgumentException if {@code attempt} is less than 1
         */
        public InTask failNth(int attempt, Supplier<? extends Throwable> failure) {
            requirePositive(attempt);
            AtomicLong attempts = new AtomicLong();
            return add(failing(failure, () -> attempts.incrementAndGet() == attempt));
        }

        /**
         * Every attempt fails.
         *
         * @param failure makes what each fails with
         * @return this
         */
        public InTask fail(Supplier<? extends Throwable> failure) {
            return add(failing(failure, () -> true));
        }

        /**
         * Some attempts fail; which ones is drawn from the seed, whatever happens in other tasks.
         *
         * @param probability of each to fail, from 0 to 1
         * @param failure makes what each fails with
         * @return this
         * @throws IllegalArgumentException if {@code probability} is none
         */
        public InTask failAtRandom(double probability, Supplier<? extends Throwable> failure) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a probability is from 0 to 1, not " + probability);
            }
            RandomGenerator random = new Random(seeds.nextLong());
            return add(failing(failure, () -> random.nextDouble() < probability));
        }

        /**
         * Every attempt takes longer.
         *
         * @param latency how long it waits before its body is called
         * @return this
         * @throws IllegalArgumentException if {@code latency} is negative
         */
        public InTask delay(Duration latency) {
            requireNotNegative(latency);
            return add(task -> pause(latency));
        }

        /**
         * Every attempt waits until it is cancelled or interrupted, by a timeout, say, or its deadline passes.
         *
         * @return this
         */
        public InTask hang() {
            return add(task -> hangOn());
        }

        /**
         * Every attempt is turned away, with a {@link TaskRejectedException}.
         *
         * @return this
         */
        public InTask reject() {
            return add(task -> {
                throw new TaskRejectedException(task + ": turned away by an injected fault");
            });
        }

        /**
         * Every attempt finds a circuit open: that of something the body would call, so that a circuit breaker of the task
         * itself counts a failure.
         *
         * @param retryAfter when another attempt makes sense
         * @return this
         * @throws IllegalArgumentException if {@code retryAfter} is negative
         */
        public InTask openCircuit(Duration retryAfter) {
            requireNotNegative(retryAfter);
            return add(task -> {
                throw new CircuitOpenException(task + ": found a circuit open by an injected fault", retryAfter);
            });
        }

        /** Takes away what was said by this. Waits that have begun go on. */
        @Override
        public void close() {
            said.removeIf(each -> each.task == this);
        }

        private InTask add(Fault fault) {
            missed.add(name);
            said.add(new Said(this, fault));
            return this;
        }

        private Fault failing(Supplier<? extends Throwable> failure, BooleanSupplier when) {
            Objects.requireNonNull(failure, "failure");
            return task -> {
                if (when.getAsBoolean()) {
                    throw Objects.requireNonNull(
                            failure.get(), () -> "the supplier of a fault in " + name + " gave null");
                }
            };
        }

        private static void requirePositive(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("attempts are counted from 1, not " + count);
            }
        }

        private static void requireNotNegative(Duration duration) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("a time is not negative: " + duration);
            }
        }
    }
}
