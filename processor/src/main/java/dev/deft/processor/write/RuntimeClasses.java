package dev.deft.processor.write;

import com.palantir.javapoet.ClassName;
import dev.deft.processor.model.RuntimeNames;

/** The types of the runtime, of its channels and of the JDK that generated code mentions. */
final class RuntimeClasses {
    static final ClassName DEFT = named(RuntimeNames.DEFT);
    static final ClassName TASK = named(RuntimeNames.TASK);
    static final ClassName TASK_GROUP = named(RuntimeNames.TASK_GROUP);
    static final ClassName TASK_POOL = named(RuntimeNames.TASK_POOL);
    static final ClassName TASK_CONTEXT = named(RuntimeNames.TASK_CONTEXT);
    static final ClassName TASK_NAME = named(RuntimeNames.TASK_NAME);
    static final ClassName CALL = named(RuntimeNames.CALL);
    static final ClassName SCHEDULE = named(RuntimeNames.SCHEDULE);
    static final ClassName DEFER = named(RuntimeNames.DEFER);
    static final ClassName GENERATED_TASKS = named(RuntimeNames.GENERATED_TASKS);

    static final ClassName RETRY_POLICY = named(RuntimeNames.RETRY_POLICY);
    static final ClassName RETRY_RUN = named(RuntimeNames.RETRY_RUN);
    static final ClassName RETRY_SETTINGS = named(RuntimeNames.RETRY_SETTINGS);
    static final ClassName CIRCUIT_BREAKER_POLICY = named(RuntimeNames.CIRCUIT_BREAKER_POLICY);
    static final ClassName KEYED_CIRCUIT_BREAKER = named(RuntimeNames.KEYED_CIRCUIT_BREAKER);
    static final ClassName CIRCUIT_BREAKER_SETTINGS = named(RuntimeNames.CIRCUIT_BREAKER_SETTINGS);
    static final ClassName HEDGE_POLICY = named(RuntimeNames.HEDGE_POLICY);
    static final ClassName HEDGE_SETTINGS = named(RuntimeNames.HEDGE_SETTINGS);
    static final ClassName LIMIT_POLICY = named(RuntimeNames.LIMIT_POLICY);
    static final ClassName LIMIT_SETTINGS = named(RuntimeNames.LIMIT_SETTINGS);
    static final ClassName KEYED_LIMIT = named(RuntimeNames.KEYED_LIMIT);
    static final ClassName RATE_LIMIT_POLICY = named(RuntimeNames.RATE_LIMIT_POLICY);
    static final ClassName RATE_LIMIT_SETTINGS = named(RuntimeNames.RATE_LIMIT_SETTINGS);
    static final ClassName KEYED_RATE_LIMIT = named(RuntimeNames.KEYED_RATE_LIMIT);
    static final ClassName ADAPTIVE_LIMIT_POLICY = named(RuntimeNames.ADAPTIVE_LIMIT_POLICY);
    static final ClassName ADAPTIVE_LIMIT_SETTINGS = named(RuntimeNames.ADAPTIVE_LIMIT_SETTINGS);
    static final ClassName LOCK_POLICY = named(RuntimeNames.LOCK_POLICY);
    static final ClassName KEYED_LOCK = named(RuntimeNames.KEYED_LOCK);
    static final ClassName SINGLE_FLIGHT_POLICY = named(RuntimeNames.SINGLE_FLIGHT_POLICY);
    static final ClassName CALL_KEY = named(RuntimeNames.CALL_KEY);
    static final ClassName TIMEOUT_POLICY = named(RuntimeNames.TIMEOUT_POLICY);
    static final ClassName TIMEOUT_WATCH = named(RuntimeNames.TIMEOUT_WATCH);
    static final ClassName DEADLINE_POLICY = named(RuntimeNames.DEADLINE_POLICY);
    static final ClassName DEADLINE_SCOPE = named(RuntimeNames.DEADLINE_SCOPE);
    static final ClassName FAILURE_FILTER = named(RuntimeNames.FAILURE_FILTER);
    static final ClassName FAILURES = named(RuntimeNames.FAILURES);

    static final ClassName RECEIVER = named(RuntimeNames.RECEIVER);
    static final ClassName SENDER = named(RuntimeNames.SENDER);
    static final ClassName WORKERS = named(RuntimeNames.WORKERS);

    static final ClassName THROWABLE = ClassName.get(Throwable.class);
    static final ClassName DURATION = ClassName.get(java.time.Duration.class);
    static final ClassName OBJECTS = ClassName.get(java.util.Objects.class);

    private RuntimeClasses() {}

    private static ClassName named(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        return ClassName.get(qualifiedName.substring(0, dot), qualifiedName.substring(dot + 1));
    }
}
