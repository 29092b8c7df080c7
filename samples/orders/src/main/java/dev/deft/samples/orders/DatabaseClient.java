package dev.deft.samples.orders;

import dev.deft.TaskTimeoutException;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;

/** What makes {@link DatabaseCall}s: it has a data source, and knows which of its failures will pass. */
abstract class DatabaseClient {
    private static final Set<Integer> PASSING = Set.of(
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.DEADLOCK_1,
            ErrorCode.CONCURRENT_UPDATE_1,
            ErrorCode.LOCK_TIMEOUT_1,
            ErrorCode.DUPLICATE_KEY_1); // another one is booking this very order; the next look will find it

    final DataSource dataSource;

    DatabaseClient(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether another attempt, on a connection and in a transaction of its own, may succeed where this one failed. */
    boolean isTransient(Throwable failure) {
        return switch (failure) {
            case TaskTimeoutException late -> true;
            case SQLException sql -> PASSING.contains(sql.getErrorCode()) || isConflict(sql) || isConnectionLost(sql);
            default -> false;
        };
    }

    private static boolean isConflict(SQLException failure) {
        return "40001".equals(failure.getSQLState());
    }

    private static boolean isConnectionLost(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("08");
    }
}
