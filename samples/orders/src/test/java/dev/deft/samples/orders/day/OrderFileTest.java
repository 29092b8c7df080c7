package dev.deft.samples.orders.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.samples.orders.PaymentOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFileTest {
    @TempDir
    Path folder;

    @Test
    void readsOrdersByHour() throws IOException {
        OrderFile file = read("""
                08:10:00,1,A,B,12.50,Rent
                10:00:00,2,B,A,3,"Bread, ""fresh"", and rolls"
                08:59:59,3,A,B,0.01,
                """);
        assertThat(file.problems()).isEmpty();
        assertThat(file.size()).isEqualTo(3);
        assertThat(file.byHour()).containsOnlyKeys(8, 10);
        assertThat(file.byHour().get(8)).extracting(PaymentOrder::id).containsExactly("1", "3");
        assertThat(file.byHour().get(10))
                .containsExactly(
                        new PaymentOrder("2", "B", "A", new BigDecimal("3.00"), "Bread, \"fresh\", and rolls"));
    }

    @Test
    void saysWhichLinesAreNoOrders() throws IOException {
        OrderFile file = read("""
                08:10:00,1,A,B,0.00,Rent
                08:10:00,2,A,A,1.00,Rent
                08:10:00,3,A,B,1.005,Rent

                08:10:00,4,A,B,1O.00,Rent
                soon,5,A,B,1.00,Rent
                08:10:00,6,A
                """);
        assertThat(file.size()).isZero();
        assertThat(file.problems())
                .containsExactly(
                        "line 2: the amount 0.00 is not above zero",
                        "line 3: from and to are the same account",
                        "line 4: the amount 1.005 is not in whole cents",
                        "line 6: 1O.00 is not an amount",
                        "line 7: Text 'soon' could not be parsed at index 0",
                        "line 8: 3 values in the place of 6");
    }

    private OrderFile read(String lines) throws IOException {
        return OrderFile.read(
                Files.writeString(folder.resolve("orders.csv"), "time,id,from,to,amount,purpose\n" + lines));
    }
}
