package dev.deft.samples.orders.day;

import dev.deft.samples.orders.faults.Fault;
import dev.deft.samples.orders.faults.FaultyDataSource;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Prints how the day went. */
final class Report {
    private final PrintStream out;
    private final Hour day = new Hour();

    Report(PrintStream out) {
        this.out = out;
    }

    void title(OrderFile file, List<Account> accounts) {
        line("");
        line(
                "A day of payments: %d orders between %d accounts, while the database fails",
                file.size(), accounts.size());
        line("");
        line("  hour   sent  booked  repeated  refused  failed  in doubt");
    }

    void hour(int time, Hour hour) {
        row("%02d:00".formatted(time), hour);
        day.add(hour);
    }

    void day() {
        row("day", day);
        line("What failed or was in doubt was sent again; what was booked already was not booked twice.");
    }

    private void row(String time, Hour hour) {
        line(
                "  %-5s  %4d  %6d  %8d  %7d  %6d  %8d",
                time,
                hour.sent(),
                hour.count(Answer.BOOKED),
                hour.count(Answer.REPEATED),
                hour.count(Answer.REFUSED),
                hour.count(Answer.FAILED),
                hour.count(Answer.IN_DOUBT));
    }

    void refusals(Collection<String> problems, Collection<String> refusals) {
        line("");
        line("Not booked");
        problems.forEach(problem -> line("  %s", problem));
        refusals.forEach(refusal -> line("  %s", refusal));
    }

    void faults(Map<Fault, Long> faults, long retries, FaultyDataSource dataSource) {
        line("");
        line(
                "Faults       %s",
                faults.entrySet().stream()
                        .filter(fault -> fault.getValue() > 0)
                        .map(fault -> "%d x %s".formatted(fault.getValue(), name(fault.getKey())))
                        .collect(Collectors.joining(", ")));
        line("Retries      %d", retries);
        line(
                "Connections  %d opened, %d at once at the most, %d left open",
                dataSource.opened(), dataSource.peak(), dataSource.open());
    }

    void accounts(List<Account> accounts, SortedMap<String, BigDecimal> balances) {
        line("");
        line("  account  owner                     before       after");
        for (Account account : accounts) {
            line(
                    "  %-7s  %-20s  %10s  %10s",
                    account.number(), account.owner(), account.balance(), balances.get(account.number()));
        }
    }

    /** Prints whether the books are right, and returns it. */
    boolean verdict(List<Account> accounts, Books books) throws SQLException {
        BigDecimal before = sum(accounts.stream().map(Account::balance).toList());
        BigDecimal after = sum(books.balances().values());
        List<String> wrong = books.wrongAccounts();
        boolean sound = before.equals(after) && wrong.isEmpty();
        line("  %-7s  %-20s  %10s  %10s", "", "all", before, after);
        line("");
        line(
                sound
                        ? "No money was lost or made, and every balance is what its payments add up to."
                        : "THE BOOKS ARE WRONG: " + wrong);
        line("");
        return sound;
    }

    private static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String name(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
