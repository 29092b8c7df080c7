package dev.deft.samples.orders.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.samples.orders.Database;
import dev.deft.samples.orders.faults.Fault;
import dev.deft.samples.orders.faults.Faults;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day that ships with the sample: however it goes, it ends with the same balances. */
class OrdersTest {
    private static final Path DATA = Path.of("data");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aDayWithFaultsEndsAsOneWithout() throws Exception {
        assertThat(balancesAfter(faults(1))).isEqualTo(balancesAfter(Faults.none()));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("No money was lost or made, and every balance is what its payments add up to.");
    }

    @Test
    void aDayThatIsSentTwiceIsBookedOnce() throws Exception {
        SortedMap<String, BigDecimal> once;
        try (Database database = Database.inFile(folder.resolve("ledger"))) {
            runSoundly(database, faults(3));
            once = new Books(database.dataSource()).balances();
        }
        try (Database reopened = Database.inFile(folder.resolve("ledger"))) {
            runSoundly(reopened, faults(4));
            assertThat(new Books(reopened.dataSource()).balances()).isEqualTo(once);
        }
    }

    private SortedMap<String, BigDecimal> balancesAfter(Faults faults) throws Exception {
        try (Database database = Database.inMemory("day")) {
            runSoundly(database, faults);
            return new Books(database.dataSource()).balances();
        }
    }

    private void runSoundly(Database database, Faults faults) throws Exception {
        boolean sound = Orders.run(DATA, database, faults, new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(sound).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
    }

    private static Faults faults(long seed) {
        List<Fault> quick = List.copyOf(EnumSet.complementOf(EnumSet.of(Fault.STALL)));
        return new Faults(seed, 0.05, Thread::sleep, quick);
    }
}
