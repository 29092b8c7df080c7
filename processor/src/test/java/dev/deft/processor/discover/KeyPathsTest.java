package dev.deft.processor.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.testing.TestCompiler.Tool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyPathsTest {
    private static final String SHOP = """
            package shop;
            import dev.deft.annotation.*;
            import java.util.*;
            record Customer(String name, int rank) {}
            class Order {
                final Customer customer = null;
                private Customer payer;
                boolean open;
                Customer getPayer() { return payer; }
                public boolean isOpen() { return open; }
                Boolean getURL() { return true; }
                String isStrange() { return ""; }
                Customer customer() { return customer; }
                byte size() { return 1; }
                CharSequence code() { return ""; }
                <T extends Customer> T cast() { return null; }
                void getNothing() {}
            }
            class BigOrder extends Order {
                @Override String code() { return ""; }
            }
            interface Envelope<T> {
                T getContent();
                List<? extends T> all();
            }
            interface Sealed<T extends Order> extends Envelope<T> {}
            """;

    private static void reads(Tool tool, String parameter, String path, String expected) {
        reads(tool, "", parameter, path, expected);
    }

    private static void reads(Tool tool, String variables, String parameter, String path, String expected) {
        String annotation = "@Limit(value = 2, key = \"" + path + "\")";
        String type = "class Shop { " + annotation + " " + variables + " void run(" + parameter + ") {} }";
        assertThat(ModelText.of(tool, SHOP + type)).as(parameter).contains("    " + annotation + " " + expected);
    }

    @ParameterizedTest
    @EnumSource
    void beginsWithAParameter(Tool tool) {
        reads(tool, "String tenant", "tenant", "tenant: String");
        reads(tool, "int shard, long id", "id", "id: long");
        reads(tool, "String... all", "all.length", "all.length: int");
    }

    @ParameterizedTest
    @EnumSource
    void readsComponentsGettersFieldsAndMethods(Tool tool) {
        reads(tool, "Customer it", "it.name", "it.name(): String");
        reads(tool, "Order it", "it.payer.rank", "it.getPayer().rank(): int");
        reads(tool, "Order it", "it.open", "it.isOpen(): boolean");
        reads(tool, "Order it", "it.URL", "it.getURL(): Boolean");
        reads(tool, "Order it", "it.getPayer.name", "it.getPayer().name(): String");
        reads(tool, "Order it", "it.size", "it.size(): byte");
        reads(tool, "Order it", "it.class", "it.getClass(): Class<?>");
        reads(tool, "Runnable it", "it.hashCode", "it.hashCode(): int");
        reads(tool, "Thread.State it", "it.name", "it.name(): String");
    }

    @ParameterizedTest
    @EnumSource
    void prefersAFieldToAMethodOfItsName(Tool tool) {
        reads(tool, "Order it", "it.customer.name", "it.customer.name(): String");
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatIsInherited(Tool tool) {
        reads(tool, "BigOrder it", "it.customer", "it.customer: Customer");
        reads(tool, "BigOrder it", "it.code.strip", "it.code().strip(): String");
        reads(tool, "ArrayList<Order> it", "it.size", "it.size(): int");
    }

    @ParameterizedTest
    @EnumSource
    void followsGenericTypes(Tool tool) {
        reads(tool, "Envelope<Order> it", "it.content.size", "it.getContent().size(): byte");
        reads(tool, "Envelope<? extends Order> it", "it.content.size", "it.getContent().size(): byte");
        reads(tool, "Sealed<?> it", "it.content.size", "it.getContent().size(): byte");
        reads(tool, "Envelope<?> it", "it.content", "it.getContent(): Object");
        reads(tool, "Sealed<Order> it", "it.all.first.size", "it.all().getFirst().size(): byte");
        reads(tool, "<T extends Order>", "T it", "it.payer.name", "it.getPayer().name(): String");
        reads(
                tool,
                "<T extends Runnable & Envelope<Order>>",
                "T it",
                "it.content.open",
                "it.getContent().isOpen(): boolean");
        reads(tool, "<T extends Object & Comparable<T>>", "T it", "it.hashCode", "it.hashCode(): int");
        reads(tool, "Order it", "it.cast.name", "it.cast().name(): String");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsMeant(Tool tool) {
        assertThat(ModelText.of(tool, SHOP + """
                class Shop {
                    @Limit(value = 2, key = "ordr.payer") void parameter(Order order, int cents) {}
                    @Limit(value = 2, key = "order.payr.name") void step(Order order) {}
                }
                """))
                .anyMatch(
                        line -> line.contains(
                                "[DEFT073] @Limit(key = \"ordr.payer\"): parameter(Order, int) has no"
                                        + " parameter ordr; perhaps you mean order.\n  Fix: begin with one of its parameters: order, cents."))
                .anyMatch(line ->
                        line.contains("[DEFT075] @Limit(key = \"order.payr.name\"): Order has nothing named payr"
                                + " that could be read; perhaps you mean payer."));
    }
}
