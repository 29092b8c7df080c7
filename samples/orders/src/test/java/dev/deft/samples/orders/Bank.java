package dev.deft.samples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.samples.orders.faults.Faults;
import dev.deft.samples.orders.faults.FaultyDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.UUID;

/** A bank in memory with a few accounts; its customers see its faults, its auditor does not. */
final class Bank implements AutoCloseable {
    private static final BigDecimal OPENING = new BigDecimal("1000.00");

    private final int accounts;
    private final Database database = Database.inMemory(UUID.randomUUID().toString());
    final FaultyDataSource dataSource;

    Bank(int accounts, Faults faults) throws SQLException {
        this.accounts = accounts;
        this.dataSource = new FaultyDataSource(database.dataSource(), faults);
        try (Connection connection = database.dataSource().getConnection()) {
            Ledger ledger = new Ledger(connection);
            ledger.create();
            for (int account = 0; account < accounts; account++) {
                ledger.openAccount(number(account), OPENING);
            }
        }
    }

    static String number(int account) {
        return "40-%04d".formatted(account);
    }

    /** The n-th order: between two accounts, for up to half of what an account began with. */
    PaymentOrder order(int n, SplittableRandom random) {
        int from = random.nextInt(accounts);
        int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
        BigDecimal amount = BigDecimal.valueOf(random.nextInt(1, 50_000), 2);
        return new PaymentOrder("order-" + n, number(from), number(to), amount, "test");
    }

    boolean hasBooked(PaymentOrder order) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Optional<PaymentOrder> booked = new Ledger(connection).find(order.id());
            booked.ifPresent(found -> assertThat(found).isEqualTo(order));
            return booked.isPresent();
        }
    }

    SortedMap<String, BigDecimal> balances() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return new Ledger(connection).balances();
        }
    }

    /** Nothing lost, nothing made, nothing left open. */
    void audit() throws SQLException {
        assertThat(dataSource.open()).as("connections left open").isZero();
        assertThat(dataSource.peak()).as("connections open at once").isLessThanOrEqualTo(DatabaseCall.CONNECTIONS);
        assertThat(balances().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("all money")
                .isEqualTo(OPENING.multiply(BigDecimal.valueOf(accounts)));
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(new Ledger(connection).wrongAccounts())
                    .as("accounts whose balance is not what their payments add up to")
                    .isEmpty();
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
