package dev.deft.samples.orders.day;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** An account as the day begins. */
record Account(String number, String owner, BigDecimal balance) {
    static List<Account> read(Path file) throws IOException {
        return Csv.read(file).stream()
                .map(Csv.Row::values)
                .map(values -> new Account(values.get(0), values.get(1), new BigDecimal(values.get(2))))
                .toList();
    }
}
