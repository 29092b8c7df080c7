package dev.deft.samples.orders;

import dev.deft.Deft;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;

/** The two ways in which the sample writes the same thing. */
enum Style {
    NAMED_CLEANUPS {
        @Override
        Sender sender(DataSource dataSource, Deft deft) {
            QueuedPaymentsTasks payments = new QueuedPaymentsTasks(new QueuedPayments(dataSource, deft), deft);
            return order -> {
                try {
                    return payments.send(order).get();
                } catch (ExecutionException failed) {
                    throw failed.getCause();
                }
            };
        }
    },
    DEFER_PARAMETER {
        @Override
        Sender sender(DataSource dataSource, Deft deft) {
            return new DirectPaymentsTasks(new DirectPayments(dataSource, deft), deft)::send;
        }
    };

    abstract Sender sender(DataSource dataSource, Deft deft);

    /** Sends an order and waits for the answer. */
    interface Sender {
        Receipt send(PaymentOrder order) throws Throwable;
    }
}
