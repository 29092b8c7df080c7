package dev.deft.testing;

import static dev.deft.annotation.Word.CIRCUIT_BREAKER;
import static dev.deft.annotation.Word.LIMIT;
import static dev.deft.annotation.Word.LOCKED;
import static dev.deft.annotation.Word.RATE_LIMIT;
import static dev.deft.annotation.Word.RETRY;
import static dev.deft.annotation.Word.TIMEOUT;
import static dev.deft.testing.DeftAssertions.assertThat;
import static dev.deft.testing.DeftAssertions.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.annotation.Backoff;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanAssertTest {
    private static final String CHARGE = """
            The plan is of dev.deft.testing.PaymentService.charge(String), from the outside in:
              async: detached = false
              retry: attempts = 4, delay = PT1S, backoff = EXPONENTIAL, factor = 2.0, maxDelay = PT1M, jitter = NONE, \
            on = [java.lang.Exception], causes = false, budget = 0.0
              timeout: value = PT30S
              limit: value = 10
              at worst: 4 attempts of 30 s and waits of 7 s: 2 min 7 s""";

    // tag::plan[]
    @Test
    void chargesAreTriedFourTimesWithinBounds() {
        assertThat(plan("PaymentService.charge"))
                .nests(RETRY, TIMEOUT, LIMIT)
                .value(RETRY, "attempts", 4)
                .value(LIMIT, "value", 10)
                .worstCase(Duration.ofSeconds(4 * 30 + 1 + 2 + 4));
    }
    // end::plan[]

    @Test
    void wordsWithAPlaceOfTheirOwnAreWordsToo() {
        assertThat(plan("PaymentService.charge")).hasWords("async", "retry", "timeout", "limit");
        assertThat(plan("PaymentService.refund"))
                .hasWords("fallback", "retry")
                .nests(RETRY)
                .value("fallback", "value", "queued")
                .hasNoWorstCase();
    }

    @Test
    void valuesAreWhatStandsForThem() {
        assertThat(plan("PaymentService.charge"))
                .value(RETRY, "attempts", "4")
                .value(RETRY, "attempts", 4L)
                .value(RETRY, "factor", 2)
                .value(RETRY, "delay", Duration.ofSeconds(1))
                .value(RETRY, "delay", "PT1S")
                .value(RETRY, "backoff", Backoff.EXPONENTIAL)
                .value(RETRY, "on", Exception.class)
                .value(RETRY, "on", List.of(Exception.class))
                .value(RETRY, "except", List.of())
                .value(RETRY, "causes", false)
                .value(LIMIT, "maxWait", null);
        assertThat(plan("Refunds.check"))
                .value(CIRCUIT_BREAKER, "failureRate", 0.25)
                .value(RATE_LIMIT, "per", Duration.ofSeconds(1));
    }

    @Test
    void aRepeatedWordHasTheValuesOfAll() {
        assertThat(plan("Refunds.check"))
                .nests(CIRCUIT_BREAKER, RATE_LIMIT, LIMIT, LIMIT)
                .value(LIMIT, "value", 20)
                .value(LIMIT, "value", 2)
                .value(LIMIT, "key", "order");
        failure(() -> assertThat(plan("Refunds.check")).value(LIMIT, "value", 3))
                .hasMessageStartingWith("value of limit should be 3, but is [20, 2].");
    }

    @Test
    void overloadsAreToldApart() {
        assertThat(plan("Refunds.pay(String)")).nests(RETRY, TIMEOUT).value(RETRY, "attempts", 2);
        assertThat(plan("dev.deft.testing.Refunds.pay(String, int)"))
                .nests(TIMEOUT, RETRY)
                .value(RETRY, "on", IOException.class)
                .worstCase(Duration.ofSeconds(1));
        failure(() -> plan("Refunds.pay")).hasMessage("""
                More than one method is called Refunds.pay; say which of
                  dev.deft.testing.Refunds.pay(String)
                  dev.deft.testing.Refunds.pay(String, int)""");
    }

    @Test
    void aClassNamesItsMethodsByThemselves() {
        assertThat(plan(Refunds.class, "check").words()).contains("fallback");
        assertThat(plan(Refunds.class, "pay(String, int)")).worstCase(Duration.ofSeconds(1));
        assertThat(plan(Refunds.Partial.class, "pay")).nests(LIMIT);
        assertThat(plan("Partial.pay")).nests(LIMIT);
        failure(() -> plan(Refunds.class, "pay")).hasMessageContaining("say which of");
        failure(() -> plan(Refunds.class, "chek")).hasMessage("""
                There is no plan of dev.deft.testing.Refunds.chek; there are
                  dev.deft.testing.Refunds.check(String)
                  dev.deft.testing.Refunds.pay(String)
                  dev.deft.testing.Refunds.pay(String, int)""");
        for (Class<?> other : List.of(getClass(), String.class)) {
            failure(() -> plan(other, "pay"))
                    .hasMessage(
                            "There is no plan of " + other.getName() + ".pay: its class has no file in META-INF/deft on"
                                    + " the class path. Was it compiled with Deft's processor?");
        }
    }

    @Test
    void whatMayBeMeantIsNamed() {
        failure(() -> plan("Refunds.chek")).hasMessage("""
                There is no plan of Refunds.chek; of that class there are
                  dev.deft.testing.Refunds.check(String)
                  dev.deft.testing.Refunds.pay(String)
                  dev.deft.testing.Refunds.pay(String, int)""");
        failure(() -> plan("refunds.pay(Order)")).hasMessageContaining("of that class there are\n");
        failure(() -> plan("Payments.refund")).hasMessage("""
                There is no plan of Payments.refund; called so are
                  dev.deft.testing.PaymentService.refund(String)""");
        failure(() -> plan("anything"))
                .hasMessageStartingWith("There is no plan of anything; there are\n  ")
                .hasMessageContaining("\n  dev.deft.testing.Refunds.Partial.pay(String)");
    }

    @Test
    void aFailureTellsTheWholePlan() {
        failure(() -> assertThat(plan("PaymentService.charge")).nests(TIMEOUT, RETRY, LIMIT))
                .hasMessage(
                        "the nesting should be [timeout, retry, limit], but is [retry, timeout, limit].\n" + CHARGE);
        failure(() -> assertThat(plan("PaymentService.charge")).hasWords("retry"))
                .hasMessage("the list of words should be [retry], but is [async, retry, timeout, limit].\n" + CHARGE);
        failure(() -> assertThat(plan("PaymentService.charge")).value(RETRY, "attempts", 5))
                .hasMessage("attempts of retry should be 5, but is 4.\n" + CHARGE);
        failure(() -> assertThat(plan("PaymentService.charge")).value(LIMIT, "maxWait", Duration.ZERO))
                .hasMessage("maxWait of limit should be PT0S, but is null.\n" + CHARGE);
        failure(() -> assertThat(plan("PaymentService.charge")).value(TIMEOUT, "attempts", 5))
                .hasMessage("timeout has no attribute attempts, but [value].\n" + CHARGE);
        failure(() -> assertThat(plan("PaymentService.charge")).value(LOCKED, "value", "books"))
                .hasMessage("There is no word locked.\n" + CHARGE);
        failure(() -> assertThat(plan("PaymentService.charge")).worstCase(Duration.ofMinutes(2)))
                .hasMessage("the worst case should be PT2M, but is PT2M7S.\n" + CHARGE);
        failure(() -> assertThat(plan("PaymentService.charge")).worstCaseWithin(Duration.ofMinutes(2)))
                .hasMessage("the worst case should be within PT2M, but is PT2M7S.\n" + CHARGE);
        failure(() -> assertThat(plan("PaymentService.charge")).hasNoWorstCase())
                .hasMessage("there should be no worst case, but it is PT2M7S.\n" + CHARGE);
    }

    @Test
    void theWorstCaseMayBeBounded() {
        assertThat(plan("PaymentService.charge")).worstCaseWithin(Duration.ofMinutes(3));
        assertThat(plan("PaymentService.charge")).worstCaseWithin(Duration.ofSeconds(127));
        failure(() -> assertThat(plan("PaymentService.refund")).worstCaseWithin(Duration.ofDays(1)))
                .hasMessageStartingWith("the worst case should be within PT24H, but nothing bounds it.")
                .hasMessageEndingWith("\n  at worst: nothing bounds it");
    }

    @Test
    void plansInJarsAreFoundToo(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("charges.jar");
        try (JarOutputStream written = new JarOutputStream(Files.newOutputStream(jar))) {
            written.putNextEntry(new JarEntry("META-INF/deft/"));
            writePlan(written);
        }
        assertThatThePlanIsThereOnce(jar);
    }

    @Test
    void plansInJarsWithoutEntriesForFoldersAreFoundToo(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("charges.jar");
        try (JarOutputStream written = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            writePlan(written);
        }
        assertThatThePlanIsThereOnce(jar);
    }

    @Test
    void plansInJarsWithBothAreFoundOnce(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("charges.jar");
        try (JarOutputStream written = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            written.putNextEntry(new JarEntry("META-INF/deft/"));
            writePlan(written);
        }
        assertThatThePlanIsThereOnce(jar);
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }

    private static void writePlan(JarOutputStream jar) throws IOException {
        jar.putNextEntry(new JarEntry("META-INF/deft/billing.Charges.json"));
        jar.write(file(1).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertThatThePlanIsThereOnce(Path jar) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(Plans.named("billing.Charges.charge", PlanFiles.all(loader)))
                    .nests(RETRY, TIMEOUT)
                    .worstCase(Duration.ofSeconds(3));
        }
    }

    @Test
    void aLoaderWithoutPlansHasNone() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[0], null)) {
            failure(() -> Plans.named("A.b", PlanFiles.all(loader))).hasMessageContaining("Was it compiled");
        }
    }

    @Test
    void aNewerSchemaIsNotMisread() {
        assertThatThrownBy(() -> PlanReader.read(file(2)))
                .hasMessage(
                        "the plan of billing.Charges has schema 2, which is newer than this deft-testing: use that of"
                                + " the processor's version");
    }

    private static String file(int schema) {
        return """
                {
                  "schema": %d,
                  "class": "billing.Charges",
                  "wrapper": "billing.ChargesTasks",
                  "later": {"unknown": [1]},
                  "methods": [
                    {
                      "task": "billing.Charges.charge(String)",
                      "words": [
                        {"word": "retry", "written": "@Retry(attempts = 2)", "values": {"attempts": 2}},
                        {"word": "timeout", "written": "@Timeout(\\"1s\\")", "values": {"value": "PT1S"}}
                      ],
                      "worstCase": {"time": "PT3S", "text": "3 s"}
                    }
                  ]
                }
                """.formatted(schema);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> failure(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(AssertionError.class);
    }
}
