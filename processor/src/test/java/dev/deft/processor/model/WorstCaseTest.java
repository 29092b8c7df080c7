package dev.deft.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.discover.Discoverer;
import dev.deft.processor.testing.TestCompiler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class WorstCaseTest {
    /** How long a method with these annotations may take at worst, as annotations write it; empty if nothing bounds it. */
    private static String of(String annotations) {
        return read(annotations)
                .map(WorstCase::time)
                .map(DurationTexts::written)
                .orElse("");
    }

    private static String text(String annotations) {
        return read(annotations).map(WorstCase::text).orElse("");
    }

    private static Optional<WorstCase> read(String annotations) {
        return WorstCases.of("""
                        package shop;
                        import dev.deft.annotation.*;
                        import java.time.Duration;
                        class Shop {
                            %s
                            String charge(String from) { return ""; }
                            Duration pause(Throwable failure) { return Duration.ZERO; }
                        }
                        """.formatted(annotations)).get("charge");
    }

    @Test
    void isThatOfAllAttemptsAndWaits() {
        assertThat(of("@Retry(attempts = 3, delay = \"1s\") @Timeout(\"2s\")")).isEqualTo("9s");
        assertThat(of("@Retry(attempts = 1, delay = \"1s\") @Timeout(\"2s\")")).isEqualTo("2s");
        assertThat(of("@Retry(attempts = 5, delay = \"0\") @Timeout(\"2s\")")).isEqualTo("10s");
        assertThat(of("@Retry(attempts = 5, delay = \"1s\", maxDelay = \"3s\") @Timeout(\"2s\")"))
                .isEqualTo("19s");
    }

    @Test
    void knowsEachBackoff() {
        String rest = ", attempts = 5, delay = \"1s\") @Timeout(\"1ms\")";
        assertThat(of("@Retry(backoff = Backoff.CONSTANT" + rest)).isEqualTo("4s5ms");
        assertThat(of("@Retry(backoff = Backoff.LINEAR" + rest)).isEqualTo("10s5ms");
        assertThat(of("@Retry(backoff = Backoff.EXPONENTIAL" + rest)).isEqualTo("15s5ms");
        assertThat(of("@Retry(factor = 3" + rest)).isEqualTo("40s5ms");
        assertThat(of("@Retry(factor = 1" + rest)).isEqualTo("4s5ms");
        assertThat(of("@Retry(backoff = Backoff.FIBONACCI" + rest)).isEqualTo("7s5ms");
    }

    @Test
    void countsCutWaitsAtTheirLongest() {
        String rest = ", attempts = 6, delay = \"1s\", maxDelay = \"2500ms\") @Timeout(\"1ms\")";
        assertThat(of("@Retry(backoff = Backoff.LINEAR" + rest)).isEqualTo("10s506ms");
        assertThat(of("@Retry(backoff = Backoff.EXPONENTIAL" + rest)).isEqualTo("10s506ms");
        assertThat(of("@Retry(backoff = Backoff.FIBONACCI" + rest)).isEqualTo("9s6ms");
        assertThat(of("@Retry(attempts = 4, delay = \"3s\", maxDelay = \"1s\") @Timeout(\"1ms\")"))
                .isEqualTo("3s4ms");
    }

    @Test
    void takesJitterAtItsLongest() {
        String rest = ", attempts = 3, delay = \"1s\") @Timeout(\"2s\")";
        assertThat(of("@Retry(jitter = Jitter.FULL" + rest)).isEqualTo("9s");
        assertThat(of("@Retry(jitter = Jitter.EQUAL" + rest)).isEqualTo("9s");
        assertThat(of("@Retry(jitter = Jitter.DECORRELATED" + rest)).isEqualTo("18s");
    }

    @Test
    void isFoundForAnyNumberOfAttempts() {
        String rest = ", attempts = 2_000_000_000, delay = \"1ms\", maxDelay = \"1s\") @Timeout(\"1s\")";
        for (String backoff : new String[] {"CONSTANT", "LINEAR", "EXPONENTIAL", "FIBONACCI"}) {
            assertThat(of("@Retry(backoff = Backoff." + backoff + rest)).isNotEmpty();
        }
        assertThat(of("@Retry(factor = 1.000000001" + rest)).isNotEmpty();
    }

    @Test
    void isUnknownWhereNothingBoundsIt() {
        assertThat(of("@Retry")).isEmpty();
        assertThat(of("@Limit(2)")).isEmpty();
        assertThat(of("@Retry(attempts = Retry.UNLIMITED) @Timeout(\"1s\")")).isEmpty();
        assertThat(of("@Retry(delayFrom = \"pause\") @Timeout(\"1s\")")).isEmpty();
        assertThat(of("@RateLimit(5) @Timeout(\"1s\")")).isEmpty();
        assertThat(of("@SingleFlight @Deadline(\"1s\")")).isEmpty();
        assertThat(of("@Nesting({Word.LOCKED, Word.TIMEOUT}) @Locked @Timeout(\"1s\")"))
                .isEmpty();
        assertThat(of("@Nesting({Word.LIMIT, Word.TIMEOUT}) @Limit(2) @Timeout(\"1s\")"))
                .isEmpty();
    }

    @Test
    void isUnknownBeyondWhatDurationsCanBe() {
        assertThat(of("@Retry(attempts = 2_000_000_000, delay = \"100000d\", maxDelay = \"100000d\")"
                        + " @Timeout(\"100000d\")"))
                .isEmpty();
    }

    @Test
    void endsWithTheDeadlineOrMaxDuration() {
        assertThat(of("@Deadline(\"5s\") @Retry")).isEqualTo("5s");
        assertThat(of("@Deadline(\"5s\") @Timeout(\"2s\")")).isEqualTo("2s");
        assertThat(of("@Deadline(\"5s\") @Locked @RateLimit(1) @Limit(2)")).isEqualTo("5s");
        assertThat(of("@Retry(attempts = Retry.UNLIMITED, maxDuration = \"10s\") @Timeout(\"2s\")"))
                .isEqualTo("12s");
        assertThat(of("@Retry(delayFrom = \"pause\", maxDuration = \"10s\") @Timeout(\"2s\")"))
                .isEqualTo("12s");
        assertThat(of("@Retry(attempts = 2, maxDuration = \"10s\") @Timeout(\"2s\")"))
                .isEqualTo("4s100ms");
    }

    @Test
    void countsWaitsForPermitsAndTokens() {
        assertThat(of("@RateLimit(value = 5, maxWait = \"3s\") @Timeout(\"1s\")"))
                .isEqualTo("4s");
        assertThat(of("@RateLimit(value = 5, maxWait = \"0\") @Timeout(\"1s\") @Limit(2)"))
                .isEqualTo("1s");
        String limitOutside = "@Nesting({Word.LIMIT, Word.TIMEOUT}) @Timeout(\"1s\") ";
        assertThat(of(limitOutside + "@Limit(value = 2, maxWait = \"3s\")")).isEqualTo("4s");
        assertThat(of(limitOutside + "@Limit(value = 2, maxQueue = 0)")).isEqualTo("1s");
        assertThat(of(limitOutside + "@Limit(value = 2, maxWait = \"3s\") @Limit(value = 1, maxWait = \"2s\")"))
                .isEqualTo("6s");
    }

    @Test
    void countsHedgesThatFollowEachOther() {
        assertThat(of("@Hedge(after = \"500ms\", max = 2) @Timeout(\"2s\")")).isEqualTo("3s");
        assertThat(of("@Hedge(after = \"5s\", max = 2) @Timeout(\"2s\")")).isEqualTo("6s");
        assertThat(of("@Hedge(after = \"p95\") @Timeout(\"2s\")")).isEqualTo("4s");
        assertThat(of("@Retry(attempts = 2, delay = \"1s\") @Hedge(after = \"1s\") @Timeout(\"2s\")"))
                .isEqualTo("7s");
    }

    @Test
    void followsTheEffectiveOrder() {
        String words = "@Timeout(\"2s\") @Retry(attempts = 3, delay = \"1s\")";
        assertThat(of(words)).isEqualTo("9s");
        assertThat(of("@Nesting({Word.TIMEOUT, Word.RETRY}) " + words)).isEqualTo("2s");
    }

    @Test
    void saysWhatItConsistsOf() {
        assertThat(text("@Timeout(\"2s\")")).isEqualTo("2 s");
        assertThat(text("@Deadline(\"1m30s\") @Retry")).isEqualTo("1 min 30 s");
        assertThat(text("@Retry(attempts = 3, delay = \"1s\") @Timeout(\"2s\")"))
                .isEqualTo("3 attempts of 2 s and waits of 3 s: 9 s");
        assertThat(text("@Retry(attempts = 2, delay = \"1s\") @Timeout(\"2s\")"))
                .isEqualTo("2 attempts of 2 s and a wait of 1 s: 5 s");
        assertThat(text("@Retry(delay = \"0\") @Timeout(\"2s\")")).isEqualTo("3 attempts of 2 s: 6 s");
        assertThat(text("@Retry(attempts = Retry.UNLIMITED, maxDuration = \"10s\") @Timeout(\"2s\")"))
                .isEqualTo("attempts for 10 s, the last of 2 s: 12 s");
        assertThat(text("@Hedge(after = \"500ms\") @Timeout(\"2s\")"))
                .isEqualTo("2 attempts of 2 s, begun 500 ms apart: 2.5 s");
        assertThat(text("@RateLimit(value = 5, maxWait = \"3s\") @Timeout(\"1s\")"))
                .isEqualTo("a wait of 3 s, then 1 s: 4 s");
        assertThat(text("@Nesting({Word.LIMIT, Word.RETRY}) @Limit(value = 2, maxWait = \"1s\")"
                        + " @Retry(attempts = 3, delay = \"1s\") @Timeout(\"2s\")"))
                .isEqualTo("a wait of 1 s, then 3 attempts of 2 s and waits of 3 s: 10 s");
        assertThat(text("@Retry")).isEmpty();
    }

    /** The worst cases of a source's methods. */
    private static final class WorstCases extends AbstractProcessor {
        private final Map<String, Optional<WorstCase>> found = new LinkedHashMap<>();

        static Map<String, Optional<WorstCase>> of(String source) {
            WorstCases cases = new WorstCases();
            TestCompiler.javac().withProcessors(() -> cases).compile(source).succeeded();
            return cases.found;
        }

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
            if (!round.processingOver()) {
                new Discoverer(processingEnv.getElementUtils(), processingEnv.getTypeUtils())
                        .discover(annotations, round)
                        .forEach(discovery -> discovery.type().stream()
                                .flatMap(type -> type.methods().stream())
                                .forEach(method -> found.put(method.name(), WorstCase.of(method))));
            }
            return false;
        }
    }
}
