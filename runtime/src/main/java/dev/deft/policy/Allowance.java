package dev.deft.policy;

import dev.deft.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * What the retries and hedges of one method may draw on: the budget of the method, the one of the whole runtime, both, or
 * neither, which allows everything.
 *
 * <p>A method has one of these, whatever words it bears, so that its calls pay in once: its retry does it if there is
 * one, else its hedge.
 */
final class Allowance {
    private final @Nullable RetryBudget shared;
    private volatile @Nullable RetryBudget own;
    private volatile boolean retried;

    /**
     * Without a budget of its own as yet.
     *
     * @param shared the budget of the runtime, or null
     */
    Allowance(@Nullable RetryBudget shared) {
        this.shared = shared;
    }

    /** The method's own budget, or null. */
    @Nullable
    RetryBudget own() {
        return own;
    }

    /** Gives the method a budget that other methods draw on, too. */
    void share(RetryBudget budget) {
        own = budget;
    }

    /**
     * Notes that the method has a retry, which pays in for its calls.
     *
     * @param ratio of the method's own budget; 0 for none, which leaves it as it is
     * @param time whose seconds count
     */
    void retried(double ratio, TimeSource time) {
        retried = true;
        RetryBudget budget = own;
        if (ratio == 0) {
            return;
        }
        if (budget == null) {
            own = new RetryBudget(time, ratio);
        } else {
            budget.change(ratio);
        }
    }

    /** Whether anything bounds retries and hedges, so that calls have to pay in. */
    boolean isBounded() {
        return shared != null || own != null;
    }

    /** Pays in for one call, as its retry. */
    void deposit() {
        RetryBudget budget = own;
        if (budget != null) {
            budget.deposit();
        }
        if (shared != null) {
            shared.deposit();
        }
    }

    /** Pays in for one call, as its hedge. */
    void depositUnlessRetried() {
        if (!retried) {
            deposit();
        }
    }

    /**
     * Takes out for one retry or hedge.
     *
     * @return false if a budget has not enough; then nothing is taken
     */
    boolean tryWithdraw() {
        RetryBudget budget = own;
        if (budget != null && !budget.tryWithdraw()) {
            return false;
        }
        if (shared != null && !shared.tryWithdraw()) {
            if (budget != null) {
                budget.putBack();
            }
            return false;
        }
        return true;
    }

    /** Puts back what {@link #tryWithdraw} took a moment ago, for a retry that is not made after all. */
    void putBack() {
        RetryBudget budget = own;
        if (budget != null) {
            budget.putBack();
        }
        if (shared != null) {
            shared.putBack();
        }
    }
}
