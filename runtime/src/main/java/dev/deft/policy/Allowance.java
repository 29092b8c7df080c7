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

    /** The one that the method has in common with others, or null. */
    private volatile @Nullable RetryBudget named;

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
        named = budget;
    }

    /**
     * Notes that the method has a retry, which pays in for its calls.
     *
     * @param ratio of the method's own budget; 0 for none
     * @param time whose seconds count
     */
    void retried(double ratio, TimeSource time) {
        retried = true;
        RetryBudget budget = named == null ? own : named;
        if (ratio == 0) {
            own = null;
        } else if (budget == null) {
            own = new RetryBudget(time, ratio);
        } else {
            budget.change(ratio);
            own = budget;
        }
    }

    /** Whether anything bounds retries and hedges, so that calls have to pay in. */
    boolean isBounded() {
        return shared != null || own != null;
    }

    /** How many retries could be made at this moment; {@link Long#MAX_VALUE} if nothing bounds them. */
    long balance() {
        RetryBudget budget = own;
        long ours = budget == null ? Long.MAX_VALUE : budget.balance();
        return shared == null ? ours : Math.min(ours, shared.balance());
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
