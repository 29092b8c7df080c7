package dev.deft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.testing.Compiled;
import dev.deft.processor.testing.Source;
import dev.deft.processor.testing.TestCompiler.Tool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same scenario, called on the caller's thread, on it while somebody listens, and as a task, comes to the same: the
 * same values, the same failures, in the same order at the same times, whichever compiler it went through. Time is
 * virtual.
 *
 * <p>A scenario is a class {@code Scenario} in {@code behaviour} with a static {@code run(Deft)} that says what happened
 * as lines of text, and with those lines as the comments at its end. {@code /*async*}{@code /} in it becomes
 * {@code @Async} where it is called as a task.
 */
class BehaviourTest {
    private static final String MARK = "/*async*/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AdaptiveLimits",
                "Batches",
                "Budgets",
                "Circuits",
                "Cleanups",
                "Deadlines",
                "Deferring",
                "Flights",
                "Handlers",
                "Hedges",
                "Inherited",
                "Interfaces",
                "Keys",
                "Limits",
                "Locks",
                "Nesting",
                "Policies",
                "Rates",
                "Retries",
                "RetryHooks",
                "Schedules",
                "Statics",
                "Subclasses",
                "Timeouts",
                "Workers"
            })
    void agreesHoweverItIsCalled(String scenario) throws Exception {
        List<Source> sources = Source.under("behaviour/" + scenario);
        List<String> expected = sources.stream()
                .flatMap(source -> source.text().lines())
                .filter(line -> line.startsWith("// "))
                .map(line -> line.substring(3))
                .toList();

        assertThat(run(sources, "", false, Tool.JAVAC)).as("called").isEqualTo(expected);
        assertThat(run(sources, "", true, Tool.JAVAC)).as("called and observed").isEqualTo(expected);
        assertThat(run(sources, "@dev.deft.annotation.Async", false, Tool.JAVAC))
                .as("as a task")
                .isEqualTo(expected);
        assertThat(run(sources, "", false, Tool.ECJ))
                .as("called, as Eclipse's compiler has it")
                .isEqualTo(expected);
    }

    private static List<String> run(List<Source> sources, String async, boolean observed, Tool tool) throws Exception {
        List<Source> all = new ArrayList<>(Source.under("behaviour/support"));
        sources.forEach(
                source -> all.add(new Source(source.path(), source.text().replace(MARK, async))));
        Compiled compiled = tool.compiler().compile(all).clean();
        var run =
                compiled.loader().loadClass("behaviour.Support").getDeclaredMethod("run", String.class, boolean.class);
        run.setAccessible(true);
        return ((String) run.invoke(null, "behaviour.Scenario", observed))
                .lines()
                .toList();
    }
}
