package dev.deft.samples.orders.day;

import dev.deft.Deft;
import dev.deft.samples.orders.Database;
import dev.deft.samples.orders.QueuedPayments;
import dev.deft.samples.orders.QueuedPaymentsTasks;
import dev.deft.samples.orders.faults.Fault;
import dev.deft.samples.orders.faults.Faults;
import dev.deft.samples.orders.faults.FaultyDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Books a day of payment orders while the database fails now and then, and proves that no money went missing.
 *
 * <p>Arguments: the folder of {@code accounts.csv} and {@code orders.csv}; then, if it is to live longer than the
 * program, the file of the database.
 */
public final class Orders {
    private static final long SEED = 20260310;
    private static final double FAULT_RATE = 0.02;

    private Orders() {}

    /**
     * Runs the day.
     *
     * @param arguments folder, and file of the database
     * @throws IOException if the folder cannot be read
     * @throws SQLException if the database cannot be opened
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "data");
        try (Database database =
                arguments.length > 1 ? Database.inFile(Path.of(arguments[1])) : Database.inMemory("orders")) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            Faults faults = new Faults(SEED, FAULT_RATE, Thread::sleep, List.of(Fault.values()));
            if (!run(folder, database, faults, out)) {
                System.exit(1);
            }
        }
    }

    /** Runs the day of {@code folder} and prints it; returns whether the books are right at its end. */
    static boolean run(Path folder, Database database, Faults faults, PrintStream out)
            throws IOException, SQLException {
        List<Account> accounts = Account.read(folder.resolve("accounts.csv"));
        OrderFile file = OrderFile.read(folder.resolve("orders.csv"));
        Books books = new Books(database.dataSource());
        books.open(accounts);

        FaultyDataSource dataSource = new FaultyDataSource(database.dataSource(), faults);
        RetryCounter retries = new RetryCounter();
        Report report = new Report(out);
        report.title(file, accounts);
        PaymentDay day;
        try (Deft deft = Deft.builder().listener(retries).build()) {
            day = new PaymentDay(new QueuedPaymentsTasks(new QueuedPayments(dataSource, deft), deft));
            day.send(file, report::hour);
        }
        report.day();
        report.refusals(file.problems(), day.refusals());
        report.faults(faults.counts(), retries.count(), dataSource);
        report.accounts(accounts, books.balances());
        return report.verdict(accounts, books) && dataSource.open() == 0;
    }
}
