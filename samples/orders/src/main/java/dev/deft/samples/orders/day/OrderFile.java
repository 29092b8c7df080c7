package dev.deft.samples.orders.day;

import dev.deft.samples.orders.PaymentOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the branches sent in a day.
 *
 * @param byHour the orders, by the hour in which they came
 * @param problems the lines that are no orders, and why
 */
record OrderFile(SortedMap<Integer, List<PaymentOrder>> byHour, List<String> problems) {
    private static final int COLUMNS = 6;

    static OrderFile read(Path file) throws IOException {
        SortedMap<Integer, List<PaymentOrder>> byHour = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Csv.Row row : Csv.read(file)) {
            try {
                if (row.values().size() != COLUMNS) {
                    throw new IllegalArgumentException(row.values().size() + " values in the place of " + COLUMNS);
                }
                int hour = LocalTime.parse(row.values().get(0)).getHour();
                byHour.computeIfAbsent(hour, none -> new ArrayList<>()).add(order(row.values()));
            } catch (NumberFormatException notANumber) {
                problems.add("line " + row.line() + ": " + row.values().get(4) + " is not an amount");
            } catch (IllegalArgumentException | DateTimeException notAnOrder) {
                problems.add("line " + row.line() + ": " + notAnOrder.getMessage());
            }
        }
        return new OrderFile(byHour, problems);
    }

    private static PaymentOrder order(List<String> values) {
        return new PaymentOrder(
                values.get(1), values.get(2), values.get(3), new BigDecimal(values.get(4)), values.get(5));
    }

    int size() {
        return byHour.values().stream().mapToInt(List::size).sum();
    }
}
