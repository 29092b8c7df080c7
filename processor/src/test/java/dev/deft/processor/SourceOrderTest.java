package dev.deft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.testing.Compiled;
import dev.deft.processor.testing.Message;
import dev.deft.processor.testing.TestCompiler.Tool;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a class is told from its first line to its last, whichever stage or rule finds it. */
class SourceOrderTest {
    @ParameterizedTest
    @EnumSource
    void isThatOfTheSource(Tool tool) {
        Compiled compiled = tool.compiler().compile("""
                        package order;

                        import dev.deft.annotation.*;

                        @Timeout("soon")
                        @Limit(0)
                        public class Shop {
                            @Limit(0)
                            public void first() {}

                            @Retry(
                                    attempts = 0,
                                    delay = "1 second",
                                    factor = -1)
                            @Fallback("gone")
                            @RateLimit(
                                    0)
                            @RateLimit(
                                    value = 1,
                                    per = "never")
                            @CircuitBreaker(failureRate = 2)
                            public String second(int order) {
                                return "";
                            }

                            @Retry(delay = "later")
                            private void third() {}

                            @Deferred({
                                "fourthDone",
                                "fourthOver"
                            })
                            @Limit(-1)
                            public void fourth() {}

                            @Hedge(after = "p0")
                            public int fifth() {
                                return 5;
                            }
                        }
                        """);

        List<Long> lines = compiled.ofDeft().stream().map(Message::line).toList();
        assertThat(lines)
                .as(compiled.messages().toString())
                .hasSizeGreaterThan(12)
                .isSorted();
    }
}
