package dev.deft.slf4j;

import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import dev.deft.TaskName;
import dev.deft.policy.CircuitState;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes a log line for each event, with its facts as key–value pairs, and puts the identity of a call into the MDC while its
 * body runs, so that every line that the body writes bears it too.
 *
 * <p>The logger of a task is {@code dev.deft.tasks} with the qualified name of its method appended:
 * {@code dev.deft.tasks.shop.PaymentService.charge}. Levels:
 *
 * <ul>
 *   <li>{@code DEBUG}: begin, success, attempts, waits, retries, timeouts of attempts, hedges; failure that nobody has
 *       looked at, of which the runtime warns in its own log;
 *   <li>{@code INFO}: cancellation; a circuit that is not open any more; a policy that was changed;
 *   <li>{@code WARN}: failure, failure that was recovered from, rejection; a circuit that opens; a setting that is ignored;
 *   <li>{@code ERROR}: failure with an {@link Error}.
 * </ul>
 *
 * <p>Keys: {@value #TRACE_ID}, {@value #TASK_ID}, {@value #TASK}, {@value #ATTEMPT}, {@value #STATE} in every line; where they
 * apply, {@value #DURATION}, {@value #DELAY} (numbers, in milliseconds), {@value #LIMIT} and {@value #CIRCUIT}. A failure goes
 * along with its stack.
 *
 * <p>In the MDC are the first four. They are put there when the call begins, and what was there before is put back when it
 * ends. Thread-safe.
 */
public final class LogListener implements TaskListener {
    /** Identity of the whole of which the call is a part: {@link dev.deft.TaskContext#traceId}. */
    public static final String TRACE_ID = "trace_id";

    /** Identity of the call: {@link dev.deft.TaskContext#id}. */
    public static final String TASK_ID = "task_id";

    /** Short name of what is called, such as {@code PaymentService.charge}. */
    public static final String TASK = "task";

    /** Number of the attempt, from 1. */
    public static final String ATTEMPT = "attempt";

    /** What happened, in lower case with underscores: {@code started}, {@code attempt_failed}, {@code failed} … */
    public static final String STATE = "state";

    /** How long the call, or the wait that has ended, took, in milliseconds. */
    public static final String DURATION = "duration_ms";

    /** How long is waited before the next attempt, in milliseconds. */
    public static final String DELAY = "delay_ms";

    /** The limit that the call waits or waited for. */
    public static final String LIMIT = "limit";

    /** What a circuit breaker has become: {@code CLOSED}, {@code OPEN} … */
    public static final String CIRCUIT = "circuit";

    private static final String LOGGERS = "dev.deft.tasks";

    private final ConcurrentHashMap<TaskName, Logger> loggers = new ConcurrentHashMap<>();
    private final CallFields fields = new CallFields();

    /** A listener, to be given to {@link dev.deft.Deft.Builder#listener}. */
    public LogListener() {}

    @Override
    public void on(TaskEvent event) {
        if (event instanceof TaskEvent.Started || event instanceof TaskEvent.AttemptStarted) {
            fields.begin(event);
        }
        try {
            log(event);
        } finally {
            if (event instanceof TaskEvent.Succeeded
                    || event instanceof TaskEvent.Failed
                    || event instanceof TaskEvent.Cancelled) {
                fields.end(event);
            }
        }
    }

    private void log(TaskEvent event) {
        Logger logger = loggers.computeIfAbsent(event.name(), LogListener::loggerOf);
        switch (event) {
            case TaskEvent.Started started ->
                line(logger, Level.DEBUG, event, 1, "started").log("{} starts", event.name());
            case TaskEvent.AttemptStarted begun ->
                line(logger, Level.DEBUG, event, begun.attempt(), "attempt_started")
                        .log("{} begins attempt {}", event.name(), begun.attempt());
            case TaskEvent.AttemptFailed failed ->
                line(logger, Level.DEBUG, event, failed.attempt(), "attempt_failed")
                        .setCause(failed.failure())
                        .log("{} failed in attempt {}", event.name(), failed.attempt());
            case TaskEvent.RetryScheduled scheduled ->
                line(logger, Level.DEBUG, event, scheduled.attempt(), "retry_scheduled")
                        .addKeyValue(DELAY, scheduled.delay().toMillis())
                        .log("{} waits {} before attempt {}", event.name(), scheduled.delay(), scheduled.attempt());
            case TaskEvent.HedgeStarted hedge ->
                line(logger, Level.DEBUG, event, hedge.attempt(), "hedge_started")
                        .log("{} begins attempt {} beside those that run", event.name(), hedge.attempt());
            case TaskEvent.HedgeWon hedge ->
                line(logger, Level.DEBUG, event, hedge.attempt(), "hedge_won")
                        .log("{} has its result from attempt {}", event.name(), hedge.attempt());
            case TaskEvent.Limited limited ->
                line(logger, Level.DEBUG, event, "waiting")
                        .addKeyValue(LIMIT, limited.limit())
                        .log("{} waits for {}", event.name(), limited.limit());
            case TaskEvent.Waited waited ->
                line(logger, Level.DEBUG, event, waited.admitted() ? "admitted" : "not_admitted")
                        .addKeyValue(LIMIT, waited.limit())
                        .addKeyValue(DURATION, waited.duration().toMillis())
                        .log("{} has waited {} for {}", event.name(), waited.duration(), waited.limit());
            case TaskEvent.Rejected rejected ->
                line(logger, Level.WARN, event, "rejected")
                        .setCause(rejected.reason())
                        .log("{} was turned away", event.name());
            case TaskEvent.TimedOut timedOut ->
                line(logger, Level.DEBUG, event, timedOut.finishedLate() ? "finished_late" : "timed_out")
                        .log("{} took longer than {}", event.name(), timedOut.timeout());
            case TaskEvent.CircuitChanged changed ->
                line(logger, changed.to() == CircuitState.OPEN ? Level.WARN : Level.INFO, event, "circuit_changed")
                        .addKeyValue(CIRCUIT, changed.to())
                        .log("The circuit of {} was {} and is {}", event.name(), changed.from(), changed.to());
            case TaskEvent.PolicyChanged changed ->
                line(logger, Level.INFO, event, "policy_changed")
                        .log(
                                "The {} of {} was {} and is {}",
                                changed.word(),
                                event.name(),
                                changed.from(),
                                changed.to());
            case TaskEvent.SettingIgnored ignored ->
                line(logger, Level.WARN, event, "setting_ignored")
                        .log("{} is pinned, so {} = {} is ignored", event.name(), ignored.key(), ignored.value());
            case TaskEvent.Recovered recovered ->
                line(logger, Level.WARN, event, "recovered")
                        .setCause(recovered.failure())
                        .log("{} recovered from a failure", event.name());
            case TaskEvent.Succeeded succeeded ->
                line(logger, Level.DEBUG, event, "succeeded")
                        .addKeyValue(DURATION, succeeded.elapsed().toMillis())
                        .log("{} succeeded", event.name());
            case TaskEvent.Failed failed ->
                line(logger, failed.failure() instanceof Error ? Level.ERROR : Level.WARN, event, "failed")
                        .addKeyValue(DURATION, failed.elapsed().toMillis())
                        .setCause(failed.failure())
                        .log("{} failed", event.name());
            case TaskEvent.Unobserved unobserved ->
                line(logger, Level.DEBUG, event, "unobserved") // the runtime itself warns of it, in its own log
                        .setCause(unobserved.failure())
                        .log("{} failed, and nobody has looked", event.name());
            case TaskEvent.Cancelled cancelled ->
                line(logger, Level.INFO, event, "cancelled")
                        .addKeyValue(DURATION, cancelled.elapsed().toMillis())
                        .log(
                                "{} was cancelled: {}",
                                event.name(),
                                cancelled.cause().toString());
            default -> line(logger, Level.DEBUG, event, "other").log("{}", event); // of a later runtime
        }
    }

    private static LoggingEventBuilder line(Logger logger, Level level, TaskEvent event, String state) {
        return line(logger, level, event, event.context().attempt(), state);
    }

    private static LoggingEventBuilder line(Logger logger, Level level, TaskEvent event, int attempt, String state) {
        LoggingEventBuilder line = logger.atLevel(level);
        if (!logger.isEnabledForLevel(level)) {
            return line; // one that does nothing: no identity is made up for it
        }
        return line.addKeyValue(TRACE_ID, event.context().traceId())
                .addKeyValue(TASK_ID, event.context().id())
                .addKeyValue(TASK, event.name().toString())
                .addKeyValue(ATTEMPT, attempt)
                .addKeyValue(STATE, state);
    }

    private static Logger loggerOf(TaskName name) {
        String owner = name.className();
        return LoggerFactory.getLogger(LOGGERS + "." + (owner.isEmpty() ? "" : owner + ".") + name.method());
    }
}
