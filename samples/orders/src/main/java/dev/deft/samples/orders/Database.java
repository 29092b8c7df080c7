package dev.deft.samples.orders;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/** An H2 database, open from the first connection until it is closed. */
public final class Database implements AutoCloseable {
    private final JdbcDataSource dataSource = new JdbcDataSource();
    private final @Nullable Server server;

    private Database(String url, @Nullable Server server) {
        this.server = server;
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
        return new Database("jdbc:h2:mem:" + name, null);
    }

    /**
     * A database in a file, made if need be, behind a server that only this machine can reach.
     *
     * <p>Behind a server, since timeouts are interrupts: H2's engine breaks its file for all when a thread that works in
     * it is interrupted, whereas here only that thread's connection breaks. {@code WRITE_DELAY=0}: what is committed
     * survives the process.
     *
     * @param file the file, without H2's extension
     * @return the database
     * @throws SQLException if the server cannot be started
     */
    public static Database inFile(Path file) throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-ifNotExists")
                .start();
        String url = "jdbc:h2:tcp://localhost:%d/%s;WRITE_DELAY=0".formatted(server.getPort(), file.toAbsolutePath());
        return new Database(url, server);
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
        } finally {
            if (server != null) {
                server.stop();
            }
        }
    }
}
