package dev.deft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.testing.Compiled;
import dev.deft.processor.testing.TestCompiler;
import dev.deft.processor.testing.TestCompiler.Tool;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words on methods of a library, of which only class files are there, with and without the names of parameters. */
class ClassFilesTest {
    private static final String LIBRARY = """
            package lib;
            import dev.deft.annotation.*;
            public interface Transfers {
                @Fallback("ofBonus")
                int pay(int amount, int bonus);
                default int ofBonus(int bonus) { return bonus; }

                @Deferred("close")
                String open(String first, String second);
                default void close(String second) {}

                @Limit(value = 1, key = "KEY")
                void store(String tenant, String text);

                @Retry(onRetry = "tell")
                void send(String text);
                default void tell(int attempt) {}

                @Fallback("better")
                int choose(int low, int high);
                default int better() { return 0; }
                default int better(Throwable failure, int high) { return high; }
            }
            """;

    private static final String FITTING = """
            package lib;
            import dev.deft.annotation.*;
            public interface Transfers {
                @Fallback("inOrder") @Recover("byType")
                int pay(int amount, int bonus);
                default int inOrder(int a, int b, Throwable failure) { return b; }
                default int byType(Throwable failure) { return 0; }

                @Async(onSuccess = "note")
                int ask(String question);
                default void note(Integer answer) {}

                @SingleFlight @Retry(delayFrom = "pause")
                String answer(String question);
                default java.time.Duration pause(Throwable failure, int number) { return null; }
            }
            """;

    private static final String USER = """
            package shop;
            @dev.deft.annotation.Tasks
            abstract class Shop implements lib.Transfers {}
            """;

    private static Compiled against(Tool tool, String library, String... options) {
        Compiled compiled = TestCompiler.javac()
                .withProcessors()
                .withOptions(options)
                .compile(library)
                .succeeded();
        return tool.compiler().withClassPath(compiled.classes()).compile(USER);
    }

    @ParameterizedTest
    @EnumSource
    void bindNothingByNamesThatAreNotThere(Tool tool) {
        Compiled compiled = against(tool, LIBRARY.replace("KEY", "arg0"), "-g:none");

        assertThat(compiled.ofDeft())
                .extracting(message -> message.code().orElseThrow())
                .containsOnly("DEFT030");
        assertThat(compiled.ofDeft())
                .extracting(message -> message.text().lines().findFirst().orElseThrow())
                .containsExactlyInAnyOrder(
                        lost("@Fallback(\"ofBonus\")", "pay(int, int)"),
                        lost("@Deferred(\"close\")", "open(String, String)"),
                        lost("@Limit(key = \"arg0\")", "store(String, String)"),
                        lost("@Retry(onRetry = \"tell\")", "send(String)"),
                        lost("@Fallback(\"better\")", "choose(int, int)"));
        assertThat(compiled.ofDeft().get(0).text())
                .contains("Fix: compile Transfers with -parameters, or let ofBonus(int) begin with all parameters of"
                        + " pay(int, int) in their order.");
    }

    private static String lost(String written, String method) {
        return "[DEFT030] " + written + ": the names of the parameters of " + method + " are not in its class file.";
    }

    /** Under javac: ecj has no names of abstract methods, whatever is in the class file. */
    @Test
    void bindByNamesThatAreThere() {
        Compiled compiled = against(Tool.JAVAC, LIBRARY.replace("KEY", "tenant"), "-parameters")
                .succeeded();

        assertThat(compiled.generated("shop.ShopTasks"))
                .contains("target.ofBonus(bonus)", "target.close(second)", "target.better(failure, high)");
    }

    @ParameterizedTest
    @EnumSource
    void bindWithoutNamesWhatOrderAndTypesSay(Tool tool) {
        Compiled compiled = against(tool, FITTING, "-g:none").succeeded();

        assertThat(List.of(compiled.generated("shop.ShopTasks").split("\n")))
                .map(String::strip)
                .contains(
                        "return target.inOrder(arg0, arg1, failure);",
                        "return target.byType(failure);",
                        ".onSuccess(result -> target.note(result));");
    }
}
