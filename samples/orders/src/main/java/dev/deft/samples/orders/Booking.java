package dev.deft.samples.orders;

import static dev.deft.annotation.Outcome.FAILURE;
import static dev.deft.annotation.Outcome.SUCCESS;

import dev.deft.annotation.Deferred;
import java.sql.Connection;
import java.sql.SQLException;

/** Books one order in one transaction: however that ends, the transaction has ended and the connection is released. */
public class Booking {
    // tag::deferred[]
    /** Cleanups run in reverse: commit; rollback, if that or the booking failed; release, in any case. */
    @Deferred("release")
    @Deferred(value = "rollback", on = FAILURE)
    @Deferred(value = "commit", on = SUCCESS)
    public Receipt book(Connection connection, PaymentOrder order) throws SQLException, PaymentRefusedException {
        connection.setAutoCommit(false);
        return new Ledger(connection).book(order);
    }

    void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    void release(Connection connection) throws SQLException {
        connection.close();
    }
    // end::deferred[]
}
