package dev.deft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.testing.Compiled;
import dev.deft.processor.testing.Source;
import dev.deft.processor.testing.TestCompiler;
import dev.deft.processor.testing.TestCompiler.Tool;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plan that lies beside each wrapped class. What stands in it, {@link GoldensTest} shows. */
class PlanFilesTest {
    private static final String SHOP = """
            package shop;

            import dev.deft.annotation.*;

            public class Shop {
                @Limit(value = 2, name = "the \\"größe\\" \\\\ of\\n it")
                @Retry(attempts = 2)
                public void charge(String from, int... amounts) {}

                @Timeout("2s")
                public void refund() {}

                public static class Till {
                    @Deadline("1s")
                    public void open() {}
                }
            }
            """;
    private static final String OTHER_SHOP = """
            package other;

            import dev.deft.annotation.*;

            public class Shop {
                @Limit(1)
                public void charge() {}
            }
            """;

    @ParameterizedTest
    @EnumSource
    void liesInAFileOfItsOwnForEachClass(Tool tool) {
        Compiled compiled = tool.compiler().compile(SHOP, OTHER_SHOP).succeeded();

        assertThat(compiled.plans())
                .containsOnlyKeys(
                        "META-INF/deft/shop.Shop.json",
                        "META-INF/deft/shop.Shop$Till.json",
                        "META-INF/deft/other.Shop.json");
        assertThat(compiled.plan("shop.Shop$Till"))
                .contains("\"class\": \"shop.Shop$Till\"", "\"wrapper\": \"shop.Shop_TillTasks\"")
                .contains("\"task\": \"shop.Shop.Till.open()\"");
        assertThat(compiled.plan("shop.Shop"))
                .contains("\"task\": \"shop.Shop.charge(String, int[])\"")
                .contains("\"name\": \"the \\\"größe\\\" \\\\ of\\n it\"");
        assertThat(compiled.plan("other.Shop")).contains("\"task\": \"other.Shop.charge()\"");
    }

    @Test
    void isTheSameEachTimeAndUnderEachCompiler() {
        Map<String, String> first =
                TestCompiler.javac().compile(SHOP, OTHER_SHOP).plans();

        assertThat(TestCompiler.javac().compile(SHOP, OTHER_SHOP).plans()).isEqualTo(first);
        assertThat(TestCompiler.javac().compile(OTHER_SHOP, SHOP).plans()).isEqualTo(first);
        assertThat(TestCompiler.ecj().compile(SHOP, OTHER_SHOP).plans()).isEqualTo(first);
    }

    /** The next build compiles what has changed alone. */
    @ParameterizedTest
    @EnumSource
    void isWrittenFromItsClassAlone(Tool tool) {
        Compiled all = tool.compiler().compile(SHOP, OTHER_SHOP);
        Compiled unchanged = tool.compiler().compile(SHOP);
        Compiled changed = tool.compiler().withClassPath(unchanged.classes()).compile(OTHER_SHOP);

        assertThat(changed.plans()).containsExactly(Map.entry("META-INF/deft/other.Shop.json", all.plan("other.Shop")));
    }

    @Test
    void namesTheClassThatItComesFrom() {
        OriginRecorder recorder = new OriginRecorder();
        TestCompiler.javac()
                .withProcessors(() -> recorder)
                .compile(SHOP, OTHER_SHOP)
                .succeeded();

        assertThat(recorder.origins)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "META-INF/deft/shop.Shop.json", List.of("shop.Shop"),
                        "META-INF/deft/shop.Shop$Till.json", List.of("shop.Shop.Till"),
                        "META-INF/deft/other.Shop.json", List.of("other.Shop")));
    }

    @Test
    void isNotWrittenOfWhatIsWrong() {
        Compiled compiled = TestCompiler.javac().compile("""
                package shop;

                import dev.deft.annotation.*;

                class Shop {
                    @Retry(attempts = 0)
                    void charge() {}
                }
                """);
        assertThat(compiled.success()).isFalse();
        assertThat(compiled.plans()).isEmpty();
    }

    /** The tasks of the plan are called as the runtime calls them, which knows their policies before the first call. */
    @Test
    void namesTasksAsTheRuntimeDoes() throws Exception {
        Compiled compiled = TestCompiler.javac()
                .compile(List.of(Source.of(SHOP), Source.of("""
                        package shop;

                        import dev.deft.Deft;
                        import dev.deft.policy.Policies;
                        import dev.deft.policy.Policy;
                        import java.util.ArrayList;
                        import java.util.List;

                        class Main {
                            static Object run() {
                                try (Deft deft = Deft.builder().build()) {
                                    List<String> known = new ArrayList<>();
                                    Policies policies = deft.policies();
                                    known.add(policies.all().size() + " before");
                                    new ShopTasks(new Shop(), deft);
                                    known.add(policies.all().size() + " constructed");
                                    for (String task : List.of("shop.Shop.charge(String, int[])", "shop.Shop.refund()")) {
                                        for (Policy<?> policy : policies.of(task)) {
                                            known.add(task + " " + policy.word());
                                        }
                                    }
                                    return known;
                                }
                            }
                        }
                        """)))
                .succeeded();

        assertThat(compiled.plan("shop.Shop"))
                .containsSubsequence(
                        "\"task\": \"shop.Shop.charge(String, int[])\"",
                        "\"word\": \"retry\"",
                        "\"word\": \"limit\"",
                        "\"task\": \"shop.Shop.refund()\"",
                        "\"word\": \"timeout\"");
        assertThat(compiled.run("shop.Main"))
                .isEqualTo(List.of(
                        "0 before",
                        "3 constructed",
                        "shop.Shop.charge(String, int[]) retry",
                        "shop.Shop.charge(String, int[]) limit",
                        "shop.Shop.refund() timeout"));
    }

    /** Deft's processor, with a note of the elements from which it says each resource was made. */
    private static final class OriginRecorder extends AbstractProcessor {
        private final DeftProcessor deft = new DeftProcessor();
        private final Map<String, List<String>> origins = new TreeMap<>();

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
            Filer filer = proxy(Filer.class, (method, arguments) -> {
                if (method.getName().equals("createResource")) {
                    origins.put(
                            arguments[2].toString(),
                            Arrays.stream((Element[]) arguments[3])
                                    .map(Element::toString)
                                    .toList());
                }
                return method.invoke(environment.getFiler(), arguments);
            });
            deft.init(proxy(
                    ProcessingEnvironment.class,
                    (method, arguments) ->
                            method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
        }

        private static <T> T proxy(Class<T> type, Answer answer) {
            return type.cast(Proxy.newProxyInstance(
                    OriginRecorder.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        try {
                            return answer.to(method, arguments);
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

        private interface Answer {
            Object to(Method method, Object[] arguments) throws ReflectiveOperationException;
        }
    }
}
