package dev.deft.samples.orders.day;

import dev.deft.samples.orders.Ledger;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import javax.sql.DataSource;

/** The auditor's view of the ledger, past all faults. */
final class Books {
    private final DataSource dataSource;

    Books(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void open(List<Account> accounts) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Ledger ledger = new Ledger(connection);
            ledger.create();
            for (Account account : accounts) {
                ledger.openAccount(account.number(), account.balance());
            }
        }
    }

    SortedMap<String, BigDecimal> balances() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new Ledger(connection).balances();
        }
    }

    /** Accounts whose balance does not follow from their payments. */
    List<String> wrongAccounts() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new Ledger(connection).wrongAccounts();
        }
    }
}
