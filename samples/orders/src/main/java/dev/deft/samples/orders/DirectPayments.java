package dev.deft.samples.orders;

import dev.deft.Defer;
import dev.deft.Deft;
import dev.deft.TaskInterruptedException;
import dev.deft.annotation.Fallback;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Sends payments on the caller's thread; the body itself says what is to be done at its end. */
public class DirectPayments extends Payments {
    /**
     * Sends payments to a ledger.
     *
     * @param dataSource where the connections come from
     * @param deft what runs them
     */
    public DirectPayments(DataSource dataSource, Deft deft) {
        super(dataSource, deft);
    }

    // tag::defer[]
    /**
     * Books an order, once however often it is sent.
     *
     * @param order the order
     * @param defer what to do at the end, the last first
     * @return that it is booked
     * @throws PaymentException if it is not, or nobody can tell
     * @throws SQLException never: {@link #settle} has made a {@link PaymentException} of it
     */
    @DatabaseCall
    @Fallback(
            value = "settle",
            on = {Throwable.class, TaskInterruptedException.class},
            except = PaymentRefusedException.class)
    public Receipt send(PaymentOrder order, Defer defer) throws PaymentException, SQLException {
        Connection connection = defer.close(dataSource.getConnection());
        connection.setAutoCommit(false);
        defer.onFailure(() -> connection.rollback()); // of the booking, or of the commit
        defer.onSuccess(() -> connection.commit());
        return new Ledger(connection).book(order);
    }
    // end::defer[]
}
