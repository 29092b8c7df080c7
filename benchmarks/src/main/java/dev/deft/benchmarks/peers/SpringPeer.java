package dev.deft.benchmarks.peers;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.ConcurrencyLimitBeanPostProcessor;
import org.springframework.resilience.annotation.RetryAnnotationBeanPostProcessor;

/** Spring Framework 7: the retry template, and the proxies of its resilience annotations. */
@State(Scope.Benchmark)
public class SpringPeer {
    private final Bean bean = proxy();
    private final RetryTemplate template = new RetryTemplate(RetryPolicy.withDefaults());
    private final Retryable<Integer> payload = bean::plain;

    private static Bean proxy() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        ConcurrencyLimitBeanPostProcessor limits = new ConcurrencyLimitBeanPostProcessor();
        limits.setBeanFactory(beans);
        limits.setProxyTargetClass(true);
        RetryAnnotationBeanPostProcessor retries = new RetryAnnotationBeanPostProcessor();
        retries.setBeanFactory(beans);
        retries.setProxyTargetClass(true);
        Object limited = limits.postProcessAfterInitialization(new Bean(), "bean");
        return (Bean) retries.postProcessAfterInitialization(limited, "bean");
    }

    /** With the template. */
    public int retriedByTemplate() throws RetryException {
        return template.execute(payload);
    }

    /** With the annotation. */
    public int retried() {
        return bean.retried();
    }

    /** With the annotation. */
    public int limited() {
        return bean.limited();
    }

    /** What the proxies stand before. */
    public static class Bean {
        private int value = 41;

        int plain() {
            return value + 1;
        }

        @org.springframework.resilience.annotation.Retryable
        public int retried() {
            return value + 1;
        }

        @ConcurrencyLimit(10)
        public int limited() {
            return value + 1;
        }
    }
}
