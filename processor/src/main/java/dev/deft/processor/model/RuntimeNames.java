package dev.deft.processor.model;

/**
 * The types of the runtime and of its channels, by name: the processor does not depend on them. This file is the only one that knows them; a
 * test proves each of them true.
 */
public final class RuntimeNames {
    public static final String DEFT = "dev.deft.Deft";
    public static final String TASK = "dev.deft.Task";
    public static final String TASK_GROUP = "dev.deft.TaskGroup";
    public static final String TASK_POOL = "dev.deft.TaskPool";
    public static final String TASK_CONTEXT = "dev.deft.TaskContext";
    public static final String TASK_NAME = "dev.deft.TaskName";
    public static final String SCHEDULE = "dev.deft.Schedule";
    public static final String CALL = "dev.deft.Call";
    public static final String DEFER = "dev.deft.Defer";
    public static final String GENERATED_TASKS = "dev.deft.GeneratedTasks";
    public static final String DEFT_EXCEPTION = "dev.deft.DeftException";
    public static final String TASK_INTERRUPTED_EXCEPTION = "dev.deft.TaskInterruptedException";

    public static final String RETRY_POLICY = "dev.deft.policy.RetryPolicy";
    public static final String RETRY_RUN = "dev.deft.policy.RetryRun";
    public static final String RETRY_SETTINGS = "dev.deft.policy.RetrySettings";
    public static final String CIRCUIT_BREAKER_POLICY = "dev.deft.policy.CircuitBreakerPolicy";
    public static final String KEYED_CIRCUIT_BREAKER = "dev.deft.policy.KeyedCircuitBreaker";
    public static final String CIRCUIT_BREAKER_SETTINGS = "dev.deft.policy.CircuitBreakerSettings";
    public static final String HEDGE_POLICY = "dev.deft.policy.HedgePolicy";
    public static final String HEDGE_SETTINGS = "dev.deft.policy.HedgeSettings";
    public static final String LIMIT_POLICY = "dev.deft.policy.LimitPolicy";
    public static final String LIMIT_SETTINGS = "dev.deft.policy.LimitSettings";
    public static final String KEYED_LIMIT = "dev.deft.policy.KeyedLimit";
    public static final String RATE_LIMIT_POLICY = "dev.deft.policy.RateLimitPolicy";
    public static final String RATE_LIMIT_SETTINGS = "dev.deft.policy.RateLimitSettings";
    public static final String KEYED_RATE_LIMIT = "dev.deft.policy.KeyedRateLimit";
    public static final String ADAPTIVE_LIMIT_POLICY = "dev.deft.policy.AdaptiveLimitPolicy";
    public static final String ADAPTIVE_LIMIT_SETTINGS = "dev.deft.policy.AdaptiveLimitSettings";
    public static final String LOCK_POLICY = "dev.deft.policy.LockPolicy";
    public static final String KEYED_LOCK = "dev.deft.policy.KeyedLock";
    public static final String SINGLE_FLIGHT_POLICY = "dev.deft.policy.SingleFlightPolicy";
    public static final String CALL_KEY = "dev.deft.policy.CallKey";
    public static final String TIMEOUT_POLICY = "dev.deft.policy.TimeoutPolicy";
    public static final String TIMEOUT_WATCH = "dev.deft.policy.TimeoutWatch";
    public static final String DEADLINE_POLICY = "dev.deft.policy.DeadlinePolicy";
    public static final String DEADLINE_SCOPE = "dev.deft.policy.DeadlineScope";
    public static final String FAILURE_FILTER = "dev.deft.policy.FailureFilter";
    public static final String FAILURES = "dev.deft.policy.Failures";

    // Of deft-channels, for methods with workers alone.
    public static final String RECEIVER = "dev.deft.channel.Receiver";
    public static final String SENDER = "dev.deft.channel.Sender";
    public static final String WORKERS = "dev.deft.channel.Workers";

    private RuntimeNames() {}
}
