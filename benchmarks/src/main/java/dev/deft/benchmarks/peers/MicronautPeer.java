package dev.deft.benchmarks.peers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.retry.annotation.CircuitBreaker;
import io.micronaut.retry.annotation.Retryable;
import jakarta.inject.Singleton;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Micronaut: a bean whose interceptors were written at compile time. */
@State(Scope.Benchmark)
public class MicronautPeer {
    private final ApplicationContext context = ApplicationContext.run();
    private final Bean bean = context.getBean(Bean.class);

    public int retried() {
        return bean.retried();
    }

    public int guarded() {
        return bean.guarded();
    }

    @TearDown
    public void close() {
        context.close();
    }

    /** The bean. */
    @Singleton
    public static class Bean {
        private int value = 41;

        @Retryable
        int retried() {
            return value + 1;
        }

        @CircuitBreaker
        int guarded() {
            return value + 1;
        }
    }
}
