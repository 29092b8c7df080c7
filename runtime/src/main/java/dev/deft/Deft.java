package dev.deft;

import dev.deft.internal.DurationText;
import dev.deft.internal.Futures;
import dev.deft.internal.OneWaySwitch;
import dev.deft.internal.Registry;
import dev.deft.internal.Scope;
import dev.deft.policy.Policies;
import dev.deft.policy.Policy;
import dev.deft.policy.RetryBudget;
import dev.deft.policy.SettingsSource;
import dev.deft.time.TimeSource;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One runtime: a time source, listeners, settings, and the state that policies share. It starts tasks, and waits for
 * them when it is closed.
 *
 * <p>Safe for use by any number of threads. It has no threads of its own but those of the tasks; one daemon thread for all
 * runtimes watches for failures that nobody looks at, once there is one.
 */
public final class Deft extends TaskStarter implements AutoCloseable {
    /** On from the first runtime of the process on that has a listener. */
    private static final OneWaySwitch LISTENING = new OneWaySwitch();

    /** On from the first runtime of the process on that has an injector of faults. */
    private static final OneWaySwitch FAULTY = new OneWaySwitch();

    private final TimeSource time;
    private final RandomGenerator random;
    private final TaskListener[] listeners;
    private final @Nullable FaultInjector faults;
    private final ContextCarrier[] carriers;
    private final @Nullable Supplier<@Nullable String> traceIds;
    private final Map<String, TaskPool> pools = new LinkedHashMap<>();
    private final Set<Ticker> tickers = ConcurrentHashMap.newKeySet();
    private final ShutdownHook hook;
    private final @Nullable CronFormat cron;
    private final Launch attached = new Launch(this, null, Launch.Kind.ATTACHED);
    private final Launch detached = new Launch(this, null, Launch.Kind.DETACHED);
    private final Launch part = new Launch(this, null, Launch.Kind.PART);
    private final Duration closeTimeout;
    private final boolean global;
    private final boolean virtual;
    private final Registry<RunningTask<?>> registry = new Registry<>();
    private final @Nullable RetryBudget retryBudget;
    private final Policies policies;

    @SuppressWarnings("this-escape") // the policies only store it
    private Deft(Builder builder, boolean global) {
        this.time = builder.time;
        this.random = builder.random;
        this.listeners = builder.listeners.toArray(TaskListener[]::new);
        this.faults = builder.faults;
        if (isObserved()) {
            LISTENING.turnOn();
        }
        if (faults != null) {
            FAULTY.turnOn();
        }
        this.carriers = builder.carriers.toArray(ContextCarrier[]::new);
        this.traceIds = builder.traceIds;
        this.closeTimeout = builder.closeTimeout;
        this.global = global;
        this.virtual = !time.equals(TimeSource.system());
        this.cron = builder.cron;
        this.policies = new Policies(this, List.copyOf(builder.settings));
        double ratio = policies.retryBudget(builder.retryBudget);
        this.retryBudget = ratio == 0 ? null : new RetryBudget(time, ratio);
        this.hook = builder.closeAtShutdown ? ShutdownHook.closing(this) : ShutdownHook.none();
        builder.pools.forEach((name, settings) -> pools.put(name, new TaskPool(this, name, settings)));
    }

    /**
     * The runtime for all who need none of their own. It has default settings and cannot be closed.
     *
     * @return always the same object
     */
    public static Deft global() {
        return Global.DEFT;
    }

    /**
     * Begins a runtime with settings of its own.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts an attempt of the call that is under way on this thread. For policies: otherwise as
     * {@link TaskStarter#start(TaskName, TaskBody)}, but it has the call's identity, and listeners are not told of it as of a task of
     * its own.
     *
     * @param <T> type of the result
     * @param name what is called
     * @param body one attempt
     * @return the attempt
     */
    public <T extends @Nullable Object> Task<T> startAttempt(TaskName name, TaskBody<? extends T> body) {
        return new RunningTask<T>(part, name, body).start(part);
    }

    /**
     * Runs the body of a program's {@code main} in a task of the {@linkplain #global() global} runtime, and waits for it.
     * From a platform thread, starting a task and waiting for it takes some ten microseconds, from a task one or two.
     *
     * <pre>{@code
     * public static void main(String[] arguments) {
     *     Deft.main(() -> serve(arguments));
     * }
     * }</pre>
     *
     * <p>What the body throws is thrown as it is. If this thread is interrupted, the task is cancelled.
     *
     * @param body what to run
     * @throws TaskInterruptedException if this thread is interrupted; the flag stays set
     */
    public static void main(TaskAction body) {
        main(global(), body);
    }

    /**
     * Runs the body of a program's {@code main} in a task of a runtime, which stays open. Otherwise as
     * {@link #main(TaskAction)}.
     *
     * @param deft where to run it
     * @param body what to run
     * @throws TaskInterruptedException if this thread is interrupted; the flag stays set
     */
    public static void main(Deft deft, TaskAction body) {
        Task.await(deft.start("main", body));
    }

    /**
     * Opens a group on this thread: the tasks that are started on it until the group is closed are the group's.
     *
     * <pre>{@code
     * try (TaskGroup<Receipt> group = deft.group()) {
     *     for (Order order : orders) {
     *         payments.charge(order);
     *     }
     *     List<Receipt> receipts = group.await();
     * }
     * }</pre>
     *
     * @param <T> type of the tasks' results
     * @return a group, to be closed by this thread
     */
    public <T extends @Nullable Object> TaskGroup<T> group() {
        return TaskGroup.open(this);
    }

    /**
     * Starts a task for each item, all in one group, in which {@code start} is called. For generated code; elsewhere
     * {@link #group} does the same and more.
     *
     * @param <P> type of the items
     * @param <T> type of the results
     * @param items for what to start tasks
     * @param start starts one
     * @return a group that takes no other tasks; if {@code start} throws, what was started is cancelled
     */
    public <P extends @Nullable Object, T extends @Nullable Object> TaskGroup<T> batch(
            Iterable<? extends P> items, Function<? super P, ? extends Task<T>> start) {
        return TaskGroup.batch(this, items, start);
    }

    /**
     * Runs something again and again, in one task of the current context, until that is cancelled: {@code @Scheduled} without the
     * annotation. Runs never overlap. One that fails is logged and does not keep the next from coming; neither does one
     * that takes too long.
     *
     * @param name what the task shall be called in messages, events and thread dumps
     * @param schedule when
     * @param action one run
     * @return the task; it ends by itself only if a cron expression has no further moment
     * @throws IllegalStateException if there is a cron expression, and nothing to read it
     * @throws IllegalArgumentException if that cannot read it
     */
    public Task<@Nullable Void> schedule(TaskName name, Schedule schedule, TaskAction action) {
        Objects.requireNonNull(action, "action");
        return start(name, new Ticker(this, name, schedule, action));
    }

    /** The moments that a cron expression means. */
    CronTimes cronTimes(String expression) {
        if (cron == null) {
            throw new IllegalStateException("nothing in this runtime reads cron expressions such as \"" + expression
                    + "\"; add Deft.builder().cron(…), with CronExpressions of deft-cron, say");
        }
        return cron.read(expression);
    }

    /**
     * A pool, to start tasks on and to look at.
     *
     * @param name what it was called when this runtime was built
     * @return always the same object
     * @throws IllegalArgumentException if there is none of that name; it tells which there are
     */
    public TaskPool pool(String name) {
        TaskPool pool = pools.get(name);
        if (pool == null) {
            String present = pools.isEmpty() ? "none" : "\"" + String.join("\", \"", pools.keySet()) + "\"";
            throw new IllegalArgumentException("There is no pool \"" + name + "\" in this runtime, which has " + present
                    + "; name one of those, or add it with Deft.builder().pool(\"" + name + "\", …)");
        }
        return pool;
    }

    /**
     * The pools of this runtime.
     *
     * @return always the same, in the order in which they were named
     */
    public List<TaskPool> pools() {
        return List.copyOf(pools.values());
    }

    /**
     * The policies of this runtime, and with them the state that they share.
     *
     * @return always the same object
     */
    public Policies policies() {
        return policies;
    }

    /**
     * The budget on which all retries and hedges of this runtime draw, beside those of their methods.
     *
     * @return null if there is none
     */
    public @Nullable RetryBudget retryBudget() {
        return retryBudget;
    }

    /**
     * The time by which this runtime waits, measures and schedules.
     *
     * @return never null
     */
    public TimeSource time() {
        return time;
    }

    /**
     * Where randomness comes from, jitter's for example.
     *
     * @return safe for use by any number of threads, unless the one given to the builder is not
     */
    public RandomGenerator random() {
        return random;
    }

    /**
     * Whether anybody listens to a runtime, for generated code. The same as {@link #isObserved}, but while nobody listens to
     * any runtime of the process not even {@code deft} is looked at, so that a call pays nothing for the question.
     *
     * @param deft a runtime
     * @return true if it has a listener, or an injector of faults
     */
    public static boolean hasListeners(Deft deft) {
        return LISTENING.isOn() && deft.isObserved();
    }

    /**
     * Whether anybody listens, or injects faults and so has to know which attempt of a call it is; fixed for life. Asked before
     * an event is made.
     *
     * @return true if there is a listener, or an injector of faults
     */
    public boolean isObserved() {
        return listeners.length > 0 || faults != null;
    }

    /**
     * Lets the injector of faults of a runtime do what it wants to, for code that was generated with {@code -Adeft.faults}:
     * called right before each call of a method's body. While no runtime of the process has an injector, not even {@code deft} is looked at, so that a call pays
     * nothing for it.
     *
     * <p>What the injector throws is thrown as it is, checked exceptions too.
     *
     * @param deft a runtime
     * @param name what is about to be called
     */
    public static void injectFaults(Deft deft, TaskName name) {
        if (FAULTY.isOn() && deft.faults != null) {
            try {
                deft.faults.beforeCall(name);
            } catch (Throwable fault) {
                throw Futures.<RuntimeException>sneaky(fault);
            }
        }
    }

    /**
     * Tells the listeners, in the order in which they were registered. For policies; what a listener throws is logged.
     *
     * @param event what happened
     */
    public void tell(TaskEvent event) {
        for (TaskListener listener : listeners) {
            try {
                listener.on(event);
            } catch (Throwable failure) {
                logFailed(event, failure);
            }
        }
    }

    /**
     * Tells the listeners of a policy. For {@link Policies}; what a listener throws is logged.
     *
     * @param policy what was not there before
     */
    public void tellAdded(Policy<?> policy) {
        tell(listener -> listener.added(policy), policy);
    }

    /** Of what happens seldom. */
    private void tell(Consumer<TaskListener> telling, Object what) {
        for (TaskListener listener : listeners) {
            try {
                telling.accept(listener);
            } catch (Throwable failure) {
                logFailed(what, failure);
            }
        }
    }

    private static void logFailed(Object what, Throwable failure) {
        System.getLogger("dev.deft").log(Level.WARNING, "A listener failed on " + what, failure);
    }

    /**
     * Tells the listeners that a synchronous call begins, and gives it a context of its own. For generated code, and only
     * where {@link #isObserved}.
     *
     * @param name what is called
     * @return what to tell the end to, on the same thread
     */
    public Call begin(TaskName name) {
        return new Call(this, name);
    }

    /**
     * Tells the listeners that a failure is about to be turned into a result. For generated code.
     *
     * @param name whose failure it is
     * @param failure what is recovered from
     */
    public void recovered(TaskName name, Throwable failure) {
        if (isObserved()) {
            tell(new TaskEvent.Recovered(name, TaskContext.current(), time.now(), failure));
        }
    }

    /**
     * The tasks that run at this moment, those included that are done but whose thread has not ended.
     *
     * @return a snapshot, in no order
     */
    public List<Task<?>> runningTasks() {
        List<Task<?>> running = new ArrayList<>();
        registry.forEach(task -> {
            if (!task.terminated().isDone()) {
                running.add(task);
            }
        });
        return running;
    }

    /**
     * Waits until no task of this runtime runs, those started meanwhile included; starts are not refused. Called by a task,
     * it does not wait for that one.
     *
     * @param timeout how long to wait at most
     * @return true if at some moment nothing ran; false if the time was up, this thread was interrupted (its flag stays
     *     set), or its context ended
     */
    public boolean drain(Duration timeout) {
        return new Closing(registry, time).drain(timeout);
    }

    /**
     * The same as {@link #shutdown} with the {@linkplain Builder#closeTimeout time} that was set. Idempotent: later calls
     * return at once.
     *
     * @throws IllegalStateException if this is the {@linkplain #global() global} runtime
     */
    @Override
    @SuppressWarnings("CheckReturnValue") // what was cut off stands in the log
    public void close() {
        shutdown(closeTimeout);
    }

    /**
     * Refuses new tasks and ends schedules, lets what runs come to its end, for a time or until this thread is interrupted,
     * then cancels the rest and gives it a bounded time to clean up. The task of a schedule is done as soon as a run that is
     * under way has ended; there is no other. A body that ignores its interrupt is left behind. What was cut off is logged.
     *
     * @param timeout how long to wait before the rest is cancelled; zero cancels at once
     * @return what was cut off; nothing if it was closed before
     * @throws IllegalArgumentException if the time is negative
     * @throws IllegalStateException if this is the {@linkplain #global() global} runtime
     */
    public ShutdownReport shutdown(Duration timeout) {
        if (global) {
            throw new IllegalStateException("Deft.global() cannot be closed: it belongs to everybody");
        }
        requireNotNegative(timeout);
        if (!registry.close()) {
            return new ShutdownReport(List.of(), List.of());
        }
        tickers.forEach(Ticker::stop);
        ShutdownReport report = new Closing(registry, time).close(timeout);
        pools.values().forEach(TaskPool::close);
        hook.remove();
        return report;
    }

    /**
     * Whether new tasks are refused.
     *
     * @return true as soon as {@link #close} has been called
     */
    public boolean isClosed() {
        return registry.isClosed();
    }

    @Override
    Launch attached() {
        return attached;
    }

    @Override
    Launch detached() {
        return detached;
    }

    /** Whether a trace may be told elsewhere. */
    boolean isTraced() {
        return traceIds != null;
    }

    /** Makes what begins on this thread a part of the trace that is current here, if one is told elsewhere. */
    void trace(Scope begun) {
        if (traceIds == null) {
            return;
        }
        try {
            String current = traceIds.get();
            if (current != null) {
                begun.inTrace(current);
            }
        } catch (Throwable failure) {
            System.getLogger("dev.deft").log(Level.WARNING, "The source of trace ids failed", failure);
        }
    }

    /** What follows a task from this thread to its own. */
    Carried carried() {
        return Carried.by(carriers);
    }

    private static void requireNotNegative(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("the time to wait is negative: " + DurationText.of(timeout));
        }
    }

    Registry<RunningTask<?>> registry() {
        return registry;
    }

    /** Runs something on a virtual thread that is no task, but that a virtual time knows. */
    void startThread(TaskName name, Runnable work) {
        Thread thread = name.threads().newThread(() -> {
            try {
                work.run();
            } finally {
                time.taskEnded(Thread.currentThread());
            }
        });
        time.taskStarting(thread);
        try {
            thread.start();
        } catch (Throwable failure) { // no memory for another thread, say
            time.taskEnded(thread);
            throw failure;
        }
    }

    /** The schedules that go on. */
    Set<Ticker> tickers() {
        return tickers;
    }

    /** Whether time passes otherwise than outside, so that whoever waits has to tell the time source. */
    boolean isVirtual() {
        return virtual;
    }

    /** Holds the global runtime, so that it exists only once it is used. */
    private static final class Global {
        static final Deft DEFT = new Deft(new Builder(), true);
    }

    /** Settings of a runtime to be. Not safe for use by several threads. */
    public static final class Builder {
        private static final Duration DEFAULT_CLOSE_TIMEOUT = Duration.ofSeconds(30);

        private TimeSource time = TimeSource.system();
        private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        private Duration closeTimeout = DEFAULT_CLOSE_TIMEOUT;
        private double retryBudget;
        private boolean closeAtShutdown;
        private @Nullable CronFormat cron;
        private @Nullable FaultInjector faults;
        private @Nullable Supplier<@Nullable String> traceIds;
        private final List<TaskListener> listeners = new ArrayList<>();
        private final List<SettingsSource> settings = new ArrayList<>();
        private final List<ContextCarrier> carriers = new ArrayList<>();
        private final Map<String, PoolSettings> pools = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the time source; by default {@link TimeSource#system()}.
         *
         * @param source by which to wait, measure and schedule
         * @return this
         */
        public Builder time(TimeSource source) {
            this.time = Objects.requireNonNull(source, "time");
            return this;
        }

        /**
         * Sets the source of randomness; by default each thread has its own.
         *
         * @param generator used by any number of threads at a time
         * @return this
         */
        public Builder random(RandomGenerator generator) {
            this.random = Objects.requireNonNull(generator, "random");
            return this;
        }

        /**
         * Has all retries and hedges of this runtime draw on one {@link RetryBudget}, into which each call of a method with
         * a retry or a hedge pays; by default there is none.
         *
         * @param ratio retries and hedges for each call: 0.2 lets them add 20 % to the load; 0 means no budget
         * @return this
         * @throws IllegalArgumentException if it is negative or more than 1000
         */
        public Builder retryBudget(double ratio) {
            this.retryBudget = RetryBudget.checked(ratio);
            return this;
        }

        /**
         * Sets what reads the cron expressions of {@code @Scheduled}; by default nothing does.
         *
         * @param format how they are written, and what they mean
         * @return this
         */
        public Builder cron(CronFormat format) {
            this.cron = Objects.requireNonNull(format, "format");
            return this;
        }

        /**
         * Adds a listener; may be called repeatedly.
         *
         * @param listener what to tell of all that happens
         * @return this
         */
        public Builder listener(TaskListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Lets things go wrong on purpose, in tests and in exercises; by default nothing does. Asked by wrappers that were
         * generated with the compiler option {@code -Adeft.faults}. A runtime with an injector tells its calls apart as one with
         * a listener does, which costs them about as much.
         *
         * @param injector asked before each call of a method's body
         * @return this
         */
        public Builder faults(FaultInjector injector) {
            this.faults = Objects.requireNonNull(injector, "faults");
            return this;
        }

        /**
         * Adds a carrier; may be called repeatedly. They install in this order and restore in the reverse one.
         *
         * @param carrier what takes something along from the thread that starts a task to the one that runs it
         * @return this
         */
        public Builder carrier(ContextCarrier carrier) {
            carriers.add(Objects.requireNonNull(carrier, "carrier"));
            return this;
        }

        /**
         * Sets what knows the trace that is current on a thread, kept by a tracing library, so that calls made there, and tasks
         * started there, have its id as their {@link TaskContext#traceId}. Detached tasks do not: they belong to nobody. By
         * default, traces are those of Deft alone: a task has the id of the task or call that started it, or else one of its own.
         *
         * <p>What it throws, or gives that is no such id, is logged, and then the default holds.
         *
         * @param source asked on the thread that makes a call or starts a task, by any number of threads at a time; it gives
         *     32 lower case hexadecimal digits, not all zero, or null if no trace is current
         * @return this
         */
        public Builder traceIds(Supplier<@Nullable String> source) {
            this.traceIds = Objects.requireNonNull(source, "traceIds");
            return this;
        }

        /**
         * Adds a pool, for {@code @Async(pool = "…")} and {@link Deft#pool}; by default there is none, and each task has a
         * virtual thread of its own.
         *
         * @param name what it is called
         * @param settings what it is made of
         * @return this
         * @throws IllegalArgumentException if there is one of that name, or the name is blank
         */
        public Builder pool(String name, PoolSettings settings) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a pool needs a name");
            }
            if (pools.putIfAbsent(name, Objects.requireNonNull(settings, "settings")) != null) {
                throw new IllegalArgumentException("there is a pool \"" + name + "\" already");
            }
            return this;
        }

        /**
         * Adds settings that take the place of what annotations say; may be called repeatedly. Of several settings for one
         * value the closest holds; of equally close ones that of the later call.
         *
         * @param source where they come from
         * @return this
         */
        public Builder settings(SettingsSource source) {
            settings.add(Objects.requireNonNull(source, "settings"));
            return this;
        }

        /**
         * Adds settings from a map. Otherwise as {@link #settings(SettingsSource)}.
         *
         * @param settings values by keys, such as {@code 5} by {@code deft.PaymentService.charge.retry.attempts}
         * @return this
         * @throws SettingsException if any of them cannot be; see {@link SettingsSource}
         */
        public Builder settings(Map<String, String> settings) {
            return settings(SettingsSource.of(settings));
        }

        /**
         * Sets how long {@link Deft#close} waits for running tasks before it cancels them; by default 30 s.
         *
         * @param timeout zero cancels at once
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder closeTimeout(Duration timeout) {
            requireNotNegative(timeout);
            this.closeTimeout = timeout;
            return this;
        }

        /**
         * Has the runtime closed when the machine shuts down, by its end or by a signal, unless it is closed before. By
         * default that is left to who made it. The machine keeps the runtime until then.
         *
         * @return this
         */
        public Builder closeAtShutdown() {
            this.closeAtShutdown = true;
            return this;
        }

        /**
         * Makes the runtime.
         *
         * @return a new one, which is to be closed
         */
        public Deft build() {
            Deft deft = new Deft(this, false);
            deft.tell(listener -> listener.built(deft), "a new runtime");
            return deft;
        }
    }
}
