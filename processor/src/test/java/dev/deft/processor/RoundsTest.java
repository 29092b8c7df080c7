package dev.deft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.testing.Compiled;
import dev.deft.processor.testing.Message;
import dev.deft.processor.testing.Source;
import dev.deft.processor.testing.TestCompiler;
import dev.deft.processor.testing.TestCompiler.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies outside a single source: other processors, missing dependencies, mistakes of our own. */
class RoundsTest {
    @ParameterizedTest
    @EnumSource
    void waitsForTypesThatOtherProcessorsWrite(Tool tool) {
        Compiled compiled = tool.compiler()
                .withProcessors(DeftProcessor::new, OrderProcessor::new)
                .compile("""
                        package shop;

                        import dev.deft.annotation.*;

                        class Payments {
                            @Retry(on = OrderException.class)
                            @Fallback("queued")
                            Order charge(Order order) throws OrderException {
                                return order;
                            }

                            Order queued(Order order) {
                                return order;
                            }

                            @Retry(on = OrderException.class)
                            void only() throws OrderException {}

                            @Limit(value = 2, key = "cart.order.class")
                            void keyed(Cart cart) {}

                            record Cart(Order order) {}
                        }
                        """);
        assertThat(compiled.messages()).isEmpty();
    }

    /** What two compilations say of one name, only the runtime can compare. */
    @Test
    void leavesNamesThatMeetAtRunTimeToTheRuntime() throws Exception {
        Compiled first = TestCompiler.javac().compile("""
                package shop;

                import dev.deft.annotation.*;

                public class Reader {
                    @Limit(value = 2, name = "db")
                    public void read(int id) {}
                }
                """).clean();
        Compiled second =
                TestCompiler.javac().withClassPath(first.classes()).compile("""
                        package store;

                        import dev.deft.Deft;
                        import dev.deft.annotation.*;

                        class Writer {
                            @Limit(value = 3, name = "db")
                            void write() {}

                            static String run() {
                                try (Deft deft = Deft.builder().build()) {
                                    new shop.ReaderTasks(new shop.Reader(), deft).read(1);
                                    new WriterTasks(new Writer(), deft);
                                    return "nobody minds";
                                } catch (IllegalArgumentException refused) {
                                    return refused.getMessage();
                                }
                            }
                        }
                        """).clean();
        assertThat(second.run("store.Writer", first))
                .isEqualTo("Two different limits are named \"db\": (value = 2, name = \"db\") of shop.Reader.read(int)"
                        + " and (value = 3, name = \"db\") of store.Writer.write()");
    }

    @Test
    void claimsItsAnnotationsAndThoseOfOthersNot() {
        Compiled compiled = TestCompiler.javac()
                .withOptions("-Xlint:processing")
                .withProcessors(DeftProcessor::new, DeftVocabulary::new)
                .compile("""
                        package shop;

                        import dev.deft.annotation.*;

                        class Payments {
                            @TaskPolicy
                            @Retry
                            @Limit(1)
                            @interface Remote {}

                            @Remote
                            @Limit(2)
                            @Limit(3)
                            void charge() {}

                            @interface Foreign {}

                            @Foreign
                            void refund() {}
                        }
                        """);
        assertThat(compiled.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.text())
                        .contains("No processor claimed")
                        .contains("shop.Payments.Foreign")
                        .doesNotContain("Remote")
                        .doesNotContain("deft"));
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheRuntimeIsMissing(Tool tool) {
        Compiled compiled = tool.compiler()
                .withOnlyClassPath(TestCompiler.home("dev.deft.annotation.Async"))
                .compile("""
                        package shop;

                        class Payments {
                            @dev.deft.annotation.Retry
                            void charge() {}
                        }
                        """);
        assertThat(compiled.ofDeft()).singleElement().satisfies(message -> {
            assertThat(message.code()).contains("DEFT080");
            assertThat(message.line()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @EnumSource
    void saysThatChannelsAreMissing(Tool tool) {
        Compiled compiled = tool.compiler()
                .withOnlyClassPath(
                        TestCompiler.home("dev.deft.annotation.Async"), TestCompiler.home("dev.deft.GeneratedTasks"))
                .compile("""
                        package shop;

                        class Pages {
                            @dev.deft.annotation.Worker(4)
                            void fetch(String address) {}

                            static void use(PagesTasks pages) {
                                pages.fetch("a");
                            }
                        }
                        """);
        assertThat(compiled.errors()).singleElement().satisfies(message -> {
            assertThat(message.code()).contains("DEFT089");
            assertThat(message.line()).isEqualTo(4);
            assertThat(message.text()).contains("dev.deft:deft-channels");
        });
    }

    /** ecj cannot point at a record. */
    @ParameterizedTest
    @EnumSource
    void namesTheFileOfARecord(Tool tool) {
        Compiled compiled = tool.compiler().compile("""
                package shop;

                @dev.deft.annotation.Limit(0)
                public record Payments(int count) {
                    public int next() {
                        return count + 1;
                    }
                }
                """);
        assertThat(compiled.ofDeft()).singleElement().satisfies(message -> {
            assertThat(message.code()).contains("DEFT013");
            assertThat(message.file()).isEqualTo("Payments.java");
            assertThat(message.line()).isEqualTo(tool == Tool.JAVAC ? 3 : 5);
        });
    }

    @ParameterizedTest
    @EnumSource
    void turnsItsOwnMistakesIntoOneError(Tool tool) {
        Compiled compiled = tool.compiler().withProcessors(BrokenProcessor::new).compile("""
                package shop;

                class Payments {
                    @dev.deft.annotation.Retry
                    void charge() {}
                }
                """);
        assertThat(compiled.errors()).isNotEmpty().allSatisfy(message -> {
            assertThat(message.code()).contains("DEFT099");
            assertThat(message.text()).contains("please report").contains("out of order");
        });
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameWhateverTheOrderOfTheSources(Tool tool) {
        List<Source> sources = new ArrayList<>(Source.under("bad"));
        sources.removeIf(source -> source.fileName().startsWith("Deft069"));
        List<String> forward = said(tool.compiler().compile(sources));
        Collections.reverse(sources);
        List<String> backward = said(tool.compiler().compile(sources));
        assertThat(backward).isEqualTo(forward).isNotEmpty();
    }

    private static List<String> said(Compiled compiled) {
        return compiled.ofDeft().stream().map(Message::toString).toList();
    }

    /** Writes two types in the first round that sources already use. */
    private static final class OrderProcessor extends AbstractProcessor {
        private boolean done;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                write("Order", "public record Order() {}");
                write(
                        "OrderException",
                        "@SuppressWarnings(\"serial\") public class OrderException extends Exception {}");
            }
            return false;
        }

        private void write(String name, String text) {
            try (Writer writer =
                    processingEnv.getFiler().createSourceFile("shop." + name).openWriter()) {
                writer.write("package shop;\n" + text + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Deft's own, with the compiler's answers cut off. */
    private static final class BrokenProcessor extends AbstractProcessor {
        private final DeftProcessor deft = new DeftProcessor();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return deft.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Elements broken = (Elements) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Elements.class}, (proxy, method, arguments) -> {
                        throw new IllegalStateException("out of order");
                    });
            deft.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("getElementUtils")) {
                            return broken;
                        }
                        try {
                            return method.invoke(environment, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            deft.process(annotations, round);
            return false;
        }
    }
}
