package dev.deft.samples.gopatterns;

import dev.deft.annotation.Deferred;
import dev.deft.annotation.Outcome;

/** Commits when all went well, and rolls back when not. */
public class Transactions implements Pattern {
    private final Stage stage;

    Transactions(Stage stage) {
        this.stage = stage;
    }

    /** Takes no time. */
    public static void main(String[] arguments) {
        Stage.show(Transactions::new);
    }

    @Override
    public void show() {
        TransactionsTasks transactions = new TransactionsTasks(this, stage.deft());
        transactions.transfer(new Transaction(), 30);
        try {
            transactions.transfer(new Transaction(), -30);
        } catch (IllegalArgumentException failure) {
            stage.say("thrown: %s", failure.getMessage());
        }
    }

    // tag::transaction[]
    @Deferred(value = "commit", on = Outcome.SUCCESS)
    @Deferred(value = "rollBack", on = Outcome.FAILURE)
    void transfer(Transaction transaction, int amount) {
        transaction.write(amount);
    }

    void commit(Transaction transaction) {
        transaction.commit();
    }

    void rollBack(Transaction transaction, Throwable failure) {
        transaction.rollBack(failure.getMessage());
    }
    // end::transaction[]

    /** Says what is done with it. */
    final class Transaction {
        void write(int amount) {
            stage.say("write %d", amount);
            if (amount < 0) {
                throw new IllegalArgumentException("nobody transfers less than nothing");
            }
        }

        void commit() {
            stage.say("commit");
        }

        void rollBack(String reason) {
            stage.say("roll back: %s", reason);
        }
    }
}
