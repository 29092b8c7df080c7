package dev.deft.metrics;

import static dev.deft.metrics.DeftMeter.Kind.COUNTER;
import static dev.deft.metrics.DeftMeter.Kind.GAUGE;
import static dev.deft.metrics.DeftMeter.Kind.HISTOGRAM;
import static dev.deft.metrics.DeftMeter.Kind.TIMER;

/**
 * The meters of tasks, of what their policies know, and of pools. Those of a task bear {@link MeterTags#TASK}, those of a pool
 * {@link MeterTags#POOL}, and some the further tags that are named here.
 */
public enum DeftMeter {
    /** Calls that have ended, by {@link MeterTags#OUTCOME}. */
    CALLS(COUNTER, "deft.calls", "call", "Calls that have ended, by how they did"),

    /** How long calls took, with all their attempts and waits. */
    DURATION(HISTOGRAM, "deft.call.duration", "How long calls took, with all their attempts and waits"),

    /** Calls that have begun and not ended. */
    ACTIVE(GAUGE, "deft.calls.active", "call", "Calls that have begun and not ended"),

    /** Calls that wait for a limit or a rate. */
    WAITING(GAUGE, "deft.calls.waiting", "call", "Calls that wait for a limit or a rate"),

    /** How long calls waited for limits and rates. */
    WAITS(TIMER, "deft.call.waits", "How long calls waited for limits and rates"),

    /** Attempts beyond the first, hedges aside. */
    RETRIES(COUNTER, "deft.retries", "attempt", "Attempts beyond the first"),

    /** Attempts that failed, of calls with a retry. */
    FAILED_ATTEMPTS(COUNTER, "deft.attempts.failed", "attempt", "Attempts of retried calls that failed"),

    /** How often an attempt was turned away, by {@link MeterTags#REASON}. */
    REJECTIONS(COUNTER, "deft.rejections", "rejection", "How often an attempt was turned away, by what"),

    /** Attempts that took longer than their timeout. */
    TIMEOUTS(COUNTER, "deft.timeouts", "attempt", "Attempts that took longer than their timeout"),

    /** Of {@link #TIMEOUTS}, attempts that came to a result all the same, which was dropped. */
    LATE_FINISHERS(COUNTER, "deft.late.finishers", "attempt", "Of those, attempts that came to a result all the same"),

    /** Calls that ended with an {@link Error}. */
    PANICS(COUNTER, "deft.panics", "call", "Calls that ended with an Error"),

    /** Tasks that failed without anybody looking at them. */
    UNOBSERVED(COUNTER, "deft.failures.unobserved", "task", "Failures of tasks that nobody looked at"),

    /** Failures that were turned into a result, by a fallback or a recovery. */
    RECOVERIES(COUNTER, "deft.recoveries", "failure", "Failures that were turned into a result"),

    /** Attempts that were begun beside slow ones. */
    HEDGES(COUNTER, "deft.hedges", "attempt", "Attempts begun beside slow ones"),

    /** Of {@link #HEDGES}, the ones that gave the result. */
    HEDGES_WON(COUNTER, "deft.hedges.won", "attempt", "Of those, the ones that gave the result"),

    /** 1 for the {@link MeterTags#STATE} in which the circuit is, else 0. */
    CIRCUIT_STATE(GAUGE, "deft.circuit.state", "", "1 for the state in which the circuit is"),

    /**
     * How many calls may be inside of a limit or adaptive limit at once, by {@link MeterTags#WORD} and {@link MeterTags#ORDINAL}.
     */
    LIMIT_SIZE(GAUGE, "deft.limit.size", "call", "Calls that may be inside at once"),

    /** How many permits of the limit are taken, by {@link MeterTags#WORD} and {@link MeterTags#ORDINAL}. */
    LIMIT_USED(GAUGE, "deft.limit.used", "permit", "Permits that are taken"),

    /** How many callers wait at the limit, by {@link MeterTags#WORD} and {@link MeterTags#ORDINAL}. */
    LIMIT_WAITING(GAUGE, "deft.limit.waiting", "call", "Callers that wait for a permit"),

    /**
     * What is used and waited for, by the size; 1 is full. By {@link MeterTags#WORD} and {@link MeterTags#ORDINAL}.
     */
    LIMIT_SATURATION(GAUGE, "deft.limit.saturation", "", "What is taken and waited for, by the size"),

    /** How many tokens a rate limit holds at most, by {@link MeterTags#ORDINAL}. */
    RATE_BURST(GAUGE, "deft.rate.burst", "token", "Tokens that the rate holds at most"),

    /** Tokens that can be taken at once; below zero, those that are waited for. By {@link MeterTags#ORDINAL}. */
    RATE_AVAILABLE(GAUGE, "deft.rate.available", "token", "Tokens that can be taken at once"),

    /** How many retries and hedges the budgets allow now; not a number if there is no budget. */
    RETRY_BUDGET_LEFT(GAUGE, "deft.retry.budget.left", "attempt", "Retries and hedges that the budgets allow now"),

    /** What runs on though its time is up, by {@link MeterTags#WORD}, {@code timeout} or {@code deadline}. */
    OVERDUE(GAUGE, "deft.overdue", "call", "What runs on though its time is up"),

    /** How many threads wait for the lock. */
    LOCK_WAITING(GAUGE, "deft.lock.waiting", "thread", "Threads that wait for the lock"),

    /** Of how many keys a policy with a key keeps account, by {@link MeterTags#WORD} and {@link MeterTags#ORDINAL}. */
    KEYS(GAUGE, "deft.keys", "key", "Keys that are kept account of"),

    /** Of how many it can, by {@link MeterTags#WORD} and {@link MeterTags#ORDINAL}. */
    KEYS_MAX(GAUGE, "deft.keys.max", "key", "Keys that can be"),

    /**
     * Keys whose circuit is open, limit full, rate empty or lock held, by {@link MeterTags#WORD} and {@link MeterTags#ORDINAL}.
     */
    KEYS_BLOCKED(GAUGE, "deft.keys.blocked", "key", "Keys for which nobody gets through at once"),

    /** How many threads a pool may have. */
    POOL_THREADS(GAUGE, "deft.pool.threads", "thread", "Threads that the pool may have"),

    /** How many of them run a task. */
    POOL_ACTIVE(GAUGE, "deft.pool.active", "thread", "Of those, the ones that run a task"),

    /** How many tasks wait for a thread. */
    POOL_QUEUED(GAUGE, "deft.pool.queued", "task", "Tasks that wait for a thread"),

    /** How many may. */
    POOL_QUEUE_SIZE(GAUGE, "deft.pool.queue.size", "task", "Tasks that may wait for a thread"),

    /** What runs and waits, by the number of threads; 1 is busy. */
    POOL_SATURATION(GAUGE, "deft.pool.saturation", "", "Tasks that run or wait, by the number of threads");

    /** What a meter does. */
    public enum Kind {
        /** Counts up. */
        COUNTER,
        /** Sums up durations, and counts them. */
        TIMER,
        /** A timer that also counts durations by how long they are. */
        HISTOGRAM,
        /** Is read when somebody looks at it. */
        GAUGE
    }

    private final Kind kind;
    private final String meterName;
    private final String unit;
    private final String description;

    DeftMeter(Kind kind, String meterName, String unit, String description) {
        this.kind = kind;
        this.meterName = meterName;
        this.unit = unit;
        this.description = description;
    }

    /** A meter of durations. */
    DeftMeter(Kind kind, String meterName, String description) {
        this(kind, meterName, "s", description);
    }

    /** {@return what it does} */
    public Kind kind() {
        return kind;
    }

    /** {@return its name, in lower case, with dots between words} */
    public String meterName() {
        return meterName;
    }

    /** {@return what is counted, in the singular; {@code s}, seconds, of timers and histograms; empty of proportions and states} */
    public String unit() {
        return unit;
    }

    /** {@return a few words on what it shows} */
    public String description() {
        return description;
    }
}
