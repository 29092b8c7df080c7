package dev.deft.samples.orders;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The books, seen through one connection. Knows SQL, and nothing of transactions, retries or connections' lives. */
public final class Ledger {
    private static final String CREATE = """
            create table if not exists account (
                number  varchar(20) primary key,
                opening decimal(15, 2) not null check (opening >= 0),
                balance decimal(15, 2) not null check (balance >= 0)
            );
            create table if not exists payment (
                id      varchar(40) primary key,
                debited  varchar(20) not null,
                credited varchar(20) not null,
                amount  decimal(15, 2) not null check (amount > 0),
                purpose varchar(140) not null
            )""";

    private static final String WRONG = """
            select number from account
            where balance <> opening
                + (select coalesce(sum(amount), 0) from payment where credited = number)
                - (select coalesce(sum(amount), 0) from payment where debited = number)
            order by number""";

    private final Connection connection;

    /** Opens the books through {@code connection}, which stays the caller's. */
    public Ledger(Connection connection) {
        this.connection = connection;
    }

    /** Makes the tables, if they are not there. */
    public void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
    }

    /** Opens an account, unless it is open. */
    public void openAccount(String number, BigDecimal balance) throws SQLException {
        update(
                "insert into account select ?, ?, ? where not exists (select 1 from account where number = ?)",
                number,
                balance,
                balance,
                number);
    }

    /**
     * Books {@code order}, unless it is booked already. All of it or nothing only if the caller makes it a transaction.
     *
     * <p>The order is written down before any money moves, so that of two who book it at once one fails right away.
     */
    public Receipt book(PaymentOrder order) throws SQLException, PaymentRefusedException {
        Optional<PaymentOrder> earlier = find(order.id());
        if (earlier.isPresent()) {
            if (!earlier.get().equals(order)) {
                throw new PaymentRefusedException(order, "its id stands for another order");
            }
            return new Receipt(order.id(), true);
        }
        requireAccount(order, order.from());
        requireAccount(order, order.to());
        record(order);
        debit(order);
        credit(order);
        return new Receipt(order.id(), false);
    }

    /** The booked order of that id, if there is one. */
    public Optional<PaymentOrder> find(String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select * from payment where id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new PaymentOrder(
                                row.getString("id"),
                                row.getString("debited"),
                                row.getString("credited"),
                                row.getBigDecimal("amount"),
                                row.getString("purpose")))
                        : Optional.empty();
            }
        }
    }

    /** Every account's balance, by account number. */
    public SortedMap<String, BigDecimal> balances() throws SQLException {
        SortedMap<String, BigDecimal> balances = new TreeMap<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select number, balance from account")) {
            while (row.next()) {
                balances.put(row.getString("number"), row.getBigDecimal("balance"));
            }
        }
        return balances;
    }

    /** The accounts whose balance is not what their opening balance and their payments add up to: none, ever. */
    public List<String> wrongAccounts() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(WRONG)) {
            while (row.next()) {
                wrong.add(row.getString("number"));
            }
        }
        return wrong;
    }

    private void requireAccount(PaymentOrder order, String number) throws SQLException, PaymentRefusedException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from account where number = ?")) {
            select.setString(1, number);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new PaymentRefusedException(order, "there is no account " + number);
                }
            }
        }
    }

    private void record(PaymentOrder order) throws SQLException {
        update(
                "insert into payment values (?, ?, ?, ?, ?)",
                order.id(),
                order.from(),
                order.to(),
                order.amount(),
                order.purpose());
    }

    private void debit(PaymentOrder order) throws SQLException, PaymentRefusedException {
        int debited = update(
                "update account set balance = balance - ? where number = ? and balance >= ?",
                order.amount(),
                order.from(),
                order.amount());
        if (debited == 0) {
            throw new PaymentRefusedException(order, "account " + order.from() + " does not hold " + order.amount());
        }
    }

    private void credit(PaymentOrder order) throws SQLException {
        update("update account set balance = balance + ? where number = ?", order.amount(), order.to());
    }

    private int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}
