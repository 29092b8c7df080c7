package dev.deft.samples.orders.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A connection with faults: before every statement, and before and after a transaction's end. A commit may thus fail
 * with or without having committed, which is what makes money lose its way.
 */
final class FaultyConnection extends DelegatingConnection {
    private final Faults faults;
    private final Runnable onClose;
    private boolean closed;

    FaultyConnection(Connection connection, Faults faults, Runnable onClose) {
        super(connection);
        this.faults = faults;
        this.onClose = onClose;
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        faults.pass("begin");
        super.setAutoCommit(autoCommit);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        faults.pass(sql);
        return super.prepareStatement(sql);
    }

    @Override
    public void commit() throws SQLException {
        faults.pass("commit");
        super.commit();
        faults.pass("the commit's answer");
    }

    @Override
    public void rollback() throws SQLException {
        faults.pass("rollback");
        super.rollback();
        faults.pass("the rollback's answer");
    }

    /** Closes it in any case, which ends its transaction, and may fail all the same. */
    @Override
    public void close() throws SQLException {
        if (!closed) {
            closed = true;
            try {
                super.close();
            } finally {
                onClose.run();
            }
            faults.pass("close");
        }
    }
}
