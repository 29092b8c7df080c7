package dev.deft.processor.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.testing.TestCompiler.Tool;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiscoveryTest {
    private static final String IMPORTS = """
            package shop;
            import dev.deft.*;
            import dev.deft.annotation.*;
            import java.io.*;
            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.*;
            """;

    private static List<String> read(Tool tool, String types) {
        return ModelText.of(tool, IMPORTS + types);
    }

    @ParameterizedTest
    @EnumSource
    void bindsByNameAndType(Tool tool) {
        assertThat(read(tool, """
                class Shop {
                    @Fallback("queued") @Deferred({"unlock", "log"})
                    @Retry(when = "again", whileResult = "pending", delayFrom = "pause", onRetry = "tell")
                    String charge(String from, String to, long cents) throws IOException { return ""; }
                    String queued(IOException failure, String to, TaskContext context) { return ""; }
                    void unlock(String to, String from) {}
                    static void log(Throwable failure, CharSequence result) {}
                    boolean again(Throwable any, int attempt) { return true; }
                    boolean pending(String answer) { return false; }
                    Duration pause(Throwable failure, int number) { return Duration.ZERO; }
                    void tell(long cents, int attempt, Exception why) {}
                }
                """))
                .containsExactly(
                        "Shop -> ShopTasks",
                        "  charge(String, String, long): String",
                        "    @Fallback(\"queued\") queued(<IOException>, to, <context>)",
                        "    @Retry(when = \"again\", whileResult = \"pending\", delayFrom = \"pause\", onRetry = \"tell\")"
                                + " again(<Throwable>, <attempt>); pending(<result>); pause(<Throwable>, <attempt>);"
                                + " tell(cents, <attempt>, <Exception>)",
                        "    @Deferred({\"unlock\", \"log\"}) unlock(to, from); log(<Throwable>, <result>)");
    }

    @ParameterizedTest
    @EnumSource
    void bindsByPositionWhateverTheNames(Tool tool) {
        assertThat(read(tool, """
                class Shop {
                    @Fallback("other") @Recover("more")
                    int charge(String order, int cents) { return 0; }
                    int other(CharSequence what, int much) { return 0; }
                    int more(String a, Integer b, RuntimeException why) { return 0; }
                }
                """))
                .contains(
                        "    @Fallback(\"other\") other(order, cents)",
                        "    @Recover(\"more\") more(order, cents, <RuntimeException>)");
    }

    @ParameterizedTest
    @EnumSource
    void choosesTheOverloadThatTakesMost(Tool tool) {
        assertThat(read(tool, """
                class Shop {
                    @Fallback("queued")
                    String charge(String order) { return ""; }
                    String queued() { return ""; }
                    String queued(String order) { return ""; }
                    String queued(Throwable failure, String order) { return ""; }
                    private String queued(Throwable failure, String order, TaskContext context) { return ""; }
                    String queued(int unrelated) { return ""; }
                }
                """)).contains("    @Fallback(\"queued\") queued(<Throwable>, order)");
    }

    @ParameterizedTest
    @EnumSource
    void infersTypeParameters(Tool tool) {
        assertThat(read(tool, """
                class Shop<K extends Comparable<K>> {
                    @Fallback("first") @Recover("none")
                    <T extends Number> List<T> all(Map<K, ? extends List<T>> in, T least) { return null; }
                    <V extends Number, L extends List<V>> List<V> first(Map<K, ? extends L> in, V least) { return null; }
                    static <V> List<V> none() { return List.of(); }

                    @Fallback("never") <X extends Exception> void run(Class<X> kind) throws X {}
                    <Y extends Exception> void never(Class<Y> kind) throws Y {}
                }
                """))
                .contains(
                        "    @Fallback(\"first\") first(in, least)",
                        "    @Recover(\"none\") none()",
                        "    @Fallback(\"never\") never(kind)");
    }

    @ParameterizedTest
    @EnumSource
    void looksThroughStagesUnderAsyncOnly(Tool tool) {
        assertThat(read(tool, """
                class Shop {
                    @Async @Fallback("later") CompletableFuture<? extends Number> stage() { return null; }
                    CompletionStage<Integer> later() { return null; }
                    @Async @Fallback("now") Future<String> future() { return null; }
                    String now() { return ""; }
                    @Async(onSuccess = "done", onFailure = "lost") void nothing(int id) {}
                    void done(int id) {}
                    void lost(Throwable failure, int id) {}
                    @Async int number() { return 1; }
                    @SuppressWarnings("DEFT062") @Retry CompletableFuture<String> plain() { return null; }
                }
                """))
                .containsSubsequence(
                        "  stage(): Number of STAGE",
                        "    @Fallback(\"later\") later() of STAGE",
                        "  future(): String of FUTURE",
                        "    @Fallback(\"now\") now()",
                        "  nothing(int): void",
                        "    @Async(onSuccess = \"done\", onFailure = \"lost\") done(id); lost(<Throwable>, id)",
                        "  number(): int",
                        "  plain(): CompletableFuture<String>");
    }

    @ParameterizedTest
    @EnumSource
    void composesAnnotationsAndLetsTheNearerWin(Tool tool) {
        assertThat(read(tool, """
                class Shop {
                    @Remote void plain() {}
                    @Remote @Retry(attempts = 2) @Limit(1) void own() {}
                    @Remote @Quick void both() {}
                }
                @TaskPolicy @Base @Retry(attempts = 5) @Limit(10) @interface Remote {}
                @TaskPolicy @Retry(attempts = 9) @Timeout("2s") @interface Base {}
                @TaskPolicy @Limit(20) @interface Quick {}
                """))
                .containsExactly(
                        "Shop -> ShopTasks",
                        "  plain(): void",
                        "    @Retry(attempts = 5) ",
                        "    @Timeout(\"2s\") ",
                        "    @Limit(10) ",
                        "  own(): void",
                        "    @Retry(attempts = 2) ",
                        "    @Timeout(\"2s\") ",
                        "    @Limit(1) ",
                        "  both(): void",
                        "    @Retry(attempts = 5) ",
                        "    @Timeout(\"2s\") ",
                        "    @Limit(10) ",
                        "    @Limit(20) ");
    }

    @ParameterizedTest
    @EnumSource
    void appliesWordsOfATypeToItsPublicMethods(Tool tool) {
        assertThat(read(tool, """
                @Retry(attempts = 2) @Fallback("queued")
                class Shop {
                    public void charge() {}
                    @Retry(attempts = 7) public void refund() {}
                    void hidden() {}
                    public void queued() {}
                    @Override public int hashCode() { return 1; }
                    @Override public boolean equals(Object other) { return this == other; }
                }
                @Retry record Rate(int cents) { public int doubled() { return 2 * cents; } }
                @Retry enum Kind { A; public void run() {} }
                """))
                .containsExactly(
                        "Kind -> KindTasks",
                        "  run(): void",
                        "    @Retry ",
                        "Rate -> RateTasks",
                        "  doubled(): int",
                        "    @Retry ",
                        "Shop -> ShopTasks",
                        "  charge(): void",
                        "    @Fallback(\"queued\") queued()",
                        "    @Retry(attempts = 2) ",
                        "  refund(): void",
                        "    @Fallback(\"queued\") queued()",
                        "    @Retry(attempts = 7) ");
    }

    @ParameterizedTest
    @EnumSource
    void wrapsInheritedMethodsWithTheirTypesResolved(Tool tool) {
        assertThat(read(tool, """
                @Tasks class Shop extends Base<String> implements Payments {
                    @Override public void pay() {}
                    @Override String queued(String order) { return order; }
                }
                abstract class Base<T> {
                    @Fallback("queued") T charge(T order) { return order; }
                    T queued(T order) { return order; }
                }
                interface Payments { @Retry void pay(); }
                """))
                .containsSubsequence(
                        "Base -> BaseTasks",
                        "Payments -> PaymentsTasks implements Payments",
                        "  pay(): void",
                        "Shop -> ShopTasks",
                        "  pay(): void",
                        "    @Retry ",
                        "  charge(T): String",
                        "    @Fallback(\"queued\") queued(order)");
    }

    @ParameterizedTest
    @EnumSource
    void passesTheRestOfAnInterfaceThrough(Tool tool) {
        assertThat(read(tool, """
                interface Payments<K> extends Closeable {
                    @Retry void pay(K key);
                    default void other() {}
                    static void helper() {}
                    boolean equals(Object other);
                }
                @Tasks(as = Runnable.class) class Job implements Runnable, Comparable<Job> {
                    public void run() {}
                    @Retry void more() {}
                    public int compareTo(Job other) { return 0; }
                }
                """))
                .containsExactly(
                        "Job -> JobTasks implements Runnable",
                        "  run(): void",
                        "  more(): void",
                        "    @Retry ",
                        "Payments -> PaymentsTasks implements Payments<K>",
                        "  pay(K): void",
                        "    @Retry ",
                        "  other(): void",
                        "  close(): void");
    }

    @ParameterizedTest
    @EnumSource
    void namesWrappersOfNestedTypes(Tool tool) {
        assertThat(read(tool, """
                class Outer {
                    static class Inner { @Retry void run() {} }
                    class Deep<T> { class Deeper<U> { @Retry void run(T t, U u) {} } }
                    @Tasks(name = "Renamed") interface Third { @Retry static void run() {} }
                }
                """))
                .contains("Inner -> Outer_InnerTasks", "Deeper -> Outer_Deep_DeeperTasks", "Third -> Renamed");
    }

    @ParameterizedTest
    @EnumSource
    void leavesOfTheOverloadsOfAHandlerTheOthersToTheType(Tool tool) {
        assertThat(read(tool, """
                @Retry @Deferred("close")
                public class Shop {
                    @Fallback("get")
                    public int find() { return 0; }
                    public int get(Throwable failure) { return 0; }
                    public int get(String key, int more) { return 0; }
                    public void close() {}
                    public void close(String hard, boolean fast) {}
                }
                """))
                .contains("  find(): int", "  get(String, int): int", "  close(String, boolean): void")
                .doesNotContain("  get(Throwable): int", "  close(): void");
    }
}
