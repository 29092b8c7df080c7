package dev.deft.samples.orders;

import dev.deft.Defer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks the ledger whether an order is booked. */
public class Inquiry extends DatabaseClient {
    /**
     * Asks the ledger behind {@code dataSource}.
     *
     * @param dataSource where the connections come from
     */
    public Inquiry(DataSource dataSource) {
        super(dataSource);
    }

    /**
     * Whether the order is booked.
     *
     * @param order the order
     * @param defer what closes the connection
     * @return true if it is
     * @throws SQLException if the ledger does not answer
     */
    @DatabaseCall
    public boolean isBooked(PaymentOrder order, Defer defer) throws SQLException {
        Connection connection = defer.close(dataSource.getConnection());
        return new Ledger(connection).find(order.id()).isPresent();
    }
}
