package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Retries and the budgets that they draw on. */
class RetryAllowanceTest {
    private static final TaskName NAME = TaskName.of("shop.Payments", "charge", "Order");
    private static final TaskName OTHER = TaskName.of("shop.Payments", "refund", "Order");
    private static final RetrySettings SETTINGS = RetrySettings.attempts(3).delay(Duration.ZERO);

    private final VirtualTime time = VirtualTime.manual();
    private final Deft deft = Deft.builder().time(time).retryBudget(0.5).build();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        deft.close();
    }

    private void call(RetryPolicy retry, Throwable failure, boolean wanted) throws Throwable {
        RetryPolicy.called(retry);
        RetryRun run = null;
        for (; ; ) {
            try {
                attempts.incrementAndGet();
                throw failure;
            } catch (Throwable thrown) {
                run = retry.failed(run, thrown);
                if (!run.permitsAnother() || !run.keepsOn(wanted)) {
                    throw thrown;
                }
            }
            run.backOff();
        }
    }

    private int attemptsOf(RetryPolicy retry) {
        attempts.set(0);
        IOException failure = new IOException();
        assertThatThrownBy(() -> call(retry, failure, true)).isSameAs(failure);
        return attempts.get();
    }

    private static void exhaust(RetryBudget budget) {
        while (budget.tryWithdraw()) {}
    }

    @Test
    void aRefusedRetryEndsTheRunWithTheLastFailure() {
        RetryPolicy retry = deft.policies().retry(NAME, SETTINGS.budget(0.2));
        assertThat(attemptsOf(retry)).isEqualTo(3);
        exhaust(retry.allowance().own());
        assertThat(attemptsOf(retry)).isEqualTo(1);
        assertThat(attemptsOf(retry)).isEqualTo(1);
        assertThat(attemptsOf(retry)).isEqualTo(1);
        assertThat(attemptsOf(retry)).as("five calls have paid for one retry").isEqualTo(2);
        assertThat(attemptsOf(retry)).isEqualTo(1);
    }

    @Test
    void allMethodsDrawOnTheRuntimesBudget() {
        RetryPolicy charge = deft.policies().retry(NAME, SETTINGS);
        RetryPolicy refund = deft.policies().retry(OTHER, SETTINGS);
        exhaust(deft.retryBudget());
        assertThat(attemptsOf(charge)).isEqualTo(1);
        assertThat(attemptsOf(refund)).as("two calls have paid for one retry").isEqualTo(2);
    }

    @Test
    void aHedgeOfTheSameMethodDrawsOnItsBudget() {
        RetryPolicy retry = deft.policies().retry(NAME, SETTINGS.budget(0.2));
        HedgePolicy hedge =
                deft.policies().hedge(NAME, HedgeSettings.after(Duration.ZERO).max(5));
        exhaust(retry.allowance().own());
        attempts.set(0);
        hedge.call(attempts::incrementAndGet);
        assertThat(attempts).hasValue(1);
        assertThat(retry.allowance().own().balance()).isZero();
    }

    @Test
    void whatTheWrapperDoesNotWantIsNotPaidFor() {
        RetryPolicy retry = deft.policies().retry(NAME, SETTINGS.budget(0.2));
        long before = retry.allowance().own().balance();
        IOException failure = new IOException();
        assertThatThrownBy(() -> call(retry, failure, false)).isSameAs(failure);
        assertThat(retry.allowance().own().balance()).isEqualTo(before);
        assertThat(deft.retryBudget().balance()).isEqualTo(100);
    }

    @Test
    void whatIsNotRetriedAnywayIsNotPaidFor() {
        RetryPolicy retry = deft.policies().retry(NAME, SETTINGS.budget(0.2));
        assertThatThrownBy(() -> call(retry, new StackOverflowError(), true)).isInstanceOf(StackOverflowError.class);
        RetryPolicy once =
                deft.policies().retry(OTHER, RetrySettings.attempts(1).budget(0.2));
        assertThat(attemptsOf(once)).isEqualTo(1);
        assertThat(deft.retryBudget().balance()).isEqualTo(101); // two calls have paid
    }

    @Test
    void withoutABudgetThereIsNoBound() {
        try (Deft free = Deft.builder().time(time).build()) {
            assertThat(free.retryBudget()).isNull();
            RetryPolicy retry = free.policies().retry(NAME, SETTINGS);
            for (int i = 0; i < 300; i++) {
                assertThat(attemptsOf(retry)).isEqualTo(3);
            }
        }
    }

    @Test
    void settingsAreChecked() {
        for (double ratio : new double[] {-0.1, 1000.1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.budget(ratio));
            assertThatIllegalArgumentException().isThrownBy(() -> Deft.builder().retryBudget(ratio));
        }
        assertThat(SETTINGS.budget(0)).isEqualTo(SETTINGS);
        assertThat(SETTINGS.budget(0.2)).isNotEqualTo(SETTINGS);
        assertThat(SETTINGS.budget(0.2).toString()).contains("budget = 0.2");
    }
}
