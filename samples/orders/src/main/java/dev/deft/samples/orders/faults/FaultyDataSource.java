package dev.deft.samples.orders.faults;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source whose connections fail now and then, and which counts those that are open. */
public final class FaultyDataSource implements DataSource {
    private final DataSource dataSource;
    private final Faults faults;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();

    /**
     * Puts faults between a data source and its users.
     *
     * @param dataSource where the connections come from
     * @param faults what happens to them
     */
    public FaultyDataSource(DataSource dataSource, Faults faults) {
        this.dataSource = dataSource;
        this.faults = faults;
    }

    /**
     * How many connections are open now.
     *
     * @return those handed out and not closed yet
     */
    public int open() {
        return open.get();
    }

    /**
     * How many connections have been open at once.
     *
     * @return the most there were
     */
    public int peak() {
        return peak.get();
    }

    /**
     * How many connections have been handed out in all.
     *
     * @return their number
     */
    public int opened() {
        return opened.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        faults.pass("open");
        return counted(dataSource.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        faults.pass("open");
        return counted(dataSource.getConnection(user, password));
    }

    private Connection counted(Connection connection) {
        opened.incrementAndGet();
        peak.accumulateAndGet(open.incrementAndGet(), Math::max);
        return new FaultyConnection(connection, faults, open::decrementAndGet);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return dataSource.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        dataSource.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        dataSource.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return dataSource.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return dataSource.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return dataSource.isWrapperFor(type);
    }
}
