package dev.deft.samples.orders;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database, open from the first connection until it is closed. */
public final class Database implements AutoCloseable {
    private final JdbcDataSource dataSource = new JdbcDataSource();

    private Database(String url) {
        dataSource.setUrl(url + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=300");
        dataSource.setUser("sa");
    }

    /**
     * A database that lives in memory.
     *
     * @param name what tells it from others of this process
     * @return the database
     */
    public static Database inMemory(String name) {
        return new Database("jdbc:h2:mem:" + name);
    }

    /**
     * A database in a file, made if need be.
     *
     * <p>{@code async:}, since H2's usual file is closed for all by the interrupt of one who uses it, and timeouts are
     * interrupts. {@code WRITE_DELAY=0}: what is committed survives the process.
     *
     * @param file the file, without H2's extension
     * @return the database
     */
    public static Database inFile(Path file) {
        return new Database("jdbc:h2:async:" + file.toAbsolutePath() + ";WRITE_DELAY=0");
    }

    /**
     * Where connections come from.
     *
     * @return the data source
     */
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}
