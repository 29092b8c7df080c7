package dev.deft.samples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Database database = Database.inMemory("ledger");
    private Connection connection;
    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException {
        connection = database.dataSource().getConnection();
        ledger = new Ledger(connection);
        ledger.create();
        ledger.openAccount("A", new BigDecimal("10.00"));
        ledger.openAccount("B", new BigDecimal("0.00"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void movesMoney() throws Exception {
        assertThat(ledger.book(order("1", "A", "B", "7.50"))).isEqualTo(new Receipt("1", false));
        assertThat(ledger.balances())
                .containsEntry("A", new BigDecimal("2.50"))
                .containsEntry("B", new BigDecimal("7.50"));
        assertThat(ledger.wrongAccounts()).isEmpty();
    }

    @Test
    void booksAnOrderOnce() throws Exception {
        ledger.book(order("1", "A", "B", "7.50"));
        assertThat(ledger.book(order("1", "A", "B", "7.5"))).isEqualTo(new Receipt("1", true));
        assertThat(ledger.balances()).containsEntry("A", new BigDecimal("2.50"));
    }

    @Test
    void refusesAnIdThatStandsForAnotherOrder() throws Exception {
        ledger.book(order("1", "A", "B", "7.50"));
        assertRefused(order("1", "A", "B", "1.00"), "its id stands for another order");
    }

    @Test
    void refusesWhatAnAccountDoesNotHold() {
        assertRefused(order("1", "A", "B", "10.01"), "account A does not hold 10.01");
    }

    @Test
    void refusesUnknownAccounts() {
        assertRefused(order("1", "A", "C", "1.00"), "there is no account C");
        assertRefused(order("1", "D", "A", "1.00"), "there is no account D");
    }

    @Test
    void findsMoneyThatCameFromNowhere() throws Exception {
        try (var update = connection.prepareStatement("update account set balance = balance + 1 where number = 'B'")) {
            update.executeUpdate();
        }
        assertThat(ledger.wrongAccounts()).containsExactly("B");
    }

    private void assertRefused(PaymentOrder order, String reason) {
        assertThatThrownBy(() -> ledger.book(order))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessage(order.id() + " is refused: " + reason);
    }

    private static PaymentOrder order(String id, String from, String to, String amount) {
        return new PaymentOrder(id, from, to, new BigDecimal(amount), "test");
    }
}
