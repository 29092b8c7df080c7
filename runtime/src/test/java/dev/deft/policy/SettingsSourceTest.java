package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.SettingsException;
import dev.deft.internal.DurationText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How settings are spelled, and what is told of those that cannot be. */
class SettingsSourceTest {
    @ParameterizedTest
    @CsvSource({
        "deft.enabled, false",
        "deft.retryBudget, 0.2",
        "deft.defaults.retry.attempts, 5",
        "deft.defaults.retry.attempts, UNLIMITED",
        "deft.defaults.retry.backoff, FIBONACCI",
        "deft.defaults.retry.jitter, FULL",
        "deft.defaults.retry.factor, 1.5",
        "deft.defaults.retry.enabled, false",
        "deft.PaymentService.enabled, true",
        "deft.PaymentService.retry.delay, 1m30s",
        "deft.shop.PaymentService.charge.retry.maxDuration, PT2S",
        "deft.PaymentService.charge.enabled, false",
        "deft.PaymentService.charge.limit.2.value, 10",
        "deft.PaymentService.charge(Order).rateLimit.per, 1.5s",
        "'deft.PaymentService.charge(java.lang.String, int).limit.2.maxQueue', 0",
        "deft.PaymentService.charge().hedge.after, p99.9",
        "deft.PaymentService.charge.hedge.after, 50ms",
        "deft.PaymentService.charge.circuitBreaker.windowTime, ' 10s '",
        "deft.PaymentService.charge.singleFlight.enabled, false",
        "deft.shared.db.orders.limit.value, 4",
        "deft.shared.db.circuitBreaker.openFor, 1m",
        "deft.limit.limit.limit.value, 1", // package limit, class limit, word limit
    })
    void isASetting(String key, String value) {
        assertThat(SettingsSource.of(Map.of(key, value)).settings())
                .singleElement()
                .hasToString(key + " = " + value.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "deft.PaymentService.charge.limit.maxWait",
        "deft.PaymentService.charge.limit.maxQueue",
        "deft.PaymentService.charge.rateLimit.maxWait",
        "deft.PaymentService.charge.adaptiveLimit.maxWait",
        "deft.PaymentService.charge.adaptiveLimit.maxQueue",
        "deft.PaymentService.charge.retry.maxDuration",
        "deft.PaymentService.charge.circuitBreaker.windowTime",
        "deft.PaymentService.charge.circuitBreaker.slowCall"
    })
    void emptyMeansNone(String key) {
        assertThat(SettingsSource.of(Map.of(key, "")).settings()).hasSize(1);
    }

    @Test
    void othersAreLeftAlone() {
        assertThat(SettingsSource.of(Map.of("server.port", "80", "deftly.x", "y", "left", ""))
                        .settings())
                .isEmpty();
        assertThat(SettingsSource.environment(Map.of("PATH", "/bin", "deft_enabled", "no"))
                        .settings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deft.enabled | false | did you mean deft.enabled?",
                "deft.retry.attempts | 5 | it does not say of what: deft.defaults.retry.attempts",
                "deft.attempts | 5 | it says neither a word nor of what",
                "deft | 5 | a part of the key is empty",
                "deft..enabled | true | a part of the key is empty",
                "deft.PaymentService.charge.retri.attempts | 5 | there is no word retri, did you mean retry?;",
                "deft.PaymentService.charge.retri.attempts | 5 | adaptiveLimit, circuitBreaker, deadline, hedge, limit,",
                "deft.PaymentService.charge.ratelimit.value | 5 | did you mean rateLimit?",
                "deft.PaymentService.charge.fallback.value | x | nothing of fallback can be set: it belongs to what",
                "deft.PaymentService.charge.retry.atempts | 5 | @Retry has no attribute atempts, did you mean attempts?;",
                "deft.PaymentService.charge.retry.atempts | 5 | it has attempts, delay, backoff, factor, maxDelay,",
                "deft.PaymentService.charge.retry.on | x | @Retry's on is settled when the class is compiled; it has",
                "deft.PaymentService.charge.limit.key | x | @Limit's key is settled when the class is compiled",
                "deft.PaymentService.charge.retry.attempts | many | \"many\" is no whole number",
                "deft.PaymentService.charge.retry.attempts | 0 | it must be at least 1, but is 0",
                "deft.PaymentService.charge.retry.delay | 5 | \"5\" is no duration: a number lacks its unit",
                "deft.PaymentService.charge.retry.delay | 5sec | there is no unit sec, only d, h, m, s, ms, us, ns",
                "deft.PaymentService.charge.retry.delay | 1s1m | units stand once each, largest first",
                "deft.PaymentService.charge.retry.delay | -1s | \"-1s\" is no duration",
                "deft.PaymentService.charge.retry.delay | PT-1S | it is negative",
                "deft.PaymentService.charge.retry.delay | PTS | is no duration",
                "deft.PaymentService.charge.retry.delay | 0.5ns | there is nothing below a nanosecond",
                "deft.PaymentService.charge.retry.delay | 300000d | it is longer than 292 years",
                "deft.PaymentService.charge.retry.backoff | FAST | CONSTANT, LINEAR, EXPONENTIAL, FIBONACCI",
                "deft.PaymentService.charge.retry.factor | 0 | factor must be a positive number",
                "deft.PaymentService.charge.retry.enabled | no | \"no\" is neither true nor false",
                "deft.PaymentService.charge.timeout.value | 0 | timeout must be longer than nothing",
                "deft.PaymentService.charge.hedge.after | p100 | a percentile must be between 0 and 1",
                "deft.PaymentService.charge.hedge.after | px | \"px\" is no percentile such as p95",
                "deft.PaymentService.charge.circuitBreaker.failureRate | 2 | failureRate must be more than 0",
                "deft.PaymentService.charge.circuitBreaker.window | 0 | window must be at least 1, but is 0",
                "deft.PaymentService.charge.circuitBreaker.window | 2147483647 | window must be at most 1000000, but is",
                "deft.PaymentService.charge.locked.enabled | false | @Locked cannot be switched off",
                "deft.PaymentService.charge.locked.mode | READ | nothing of it can be set",
                "deft.PaymentService.charge.retry.2.attempts | 5 | no method has several @Retry",
                "deft.PaymentService.limit.0x1.value | 5 | there is no word 0x1",
                "deft.defaults.limit.2.value | 5 | a number tells the words of a method apart",
                "deft.defaults.enabled | false | write deft.enabled",
                "deft.defaults.PaymentService.retry.attempts | 5 | behind defaults stands a word",
                "deft.shared.limit.value | 5 | behind shared stand a name and a word",
                "deft.shared.db.enabled | false | behind shared stand a name and a word",
                "deft.shared.db.timeout.value | 5s | no @Timeout is shared by a name",
                "deft.retryBudget | -1 | a retry budget must be at least 0"
            })
    void isRefused(String key, String value, String why) {
        assertThatThrownBy(() -> SettingsSource.of(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("Settings of the map are wrong:")
                .hasMessageContaining(key + " = " + value)
                .hasMessageContaining(why);
    }

    @Test
    void tellsOfAllMistakesAtOnce() {
        assertThatThrownBy(() -> SettingsSource.of(Map.of(
                        "deft.B.b.retry.attempts", "0", "deft.A.a.rety.attempts", "1", "deft.A.a.limit.value", "2")))
                .isInstanceOfSatisfying(SettingsException.class, wrong -> {
                    assertThat(wrong.problems()).hasSize(2);
                    assertThat(wrong.problems().get(0)).startsWith("deft.A.a.rety.attempts = 1: ");
                    assertThat(wrong.problems().get(1)).startsWith("deft.B.b.retry.attempts = 0: ");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "DEFT_ENABLED, false",
        "DEFT_RETRYBUDGET, 0.1",
        "DEFT_RETRY_BUDGET, 0.1",
        "DEFT_DEFAULTS_RETRY_ATTEMPTS, 5",
        "DEFT_PAYMENTSERVICE_CHARGE_RETRY_ATTEMPTS, 5",
        "DEFT_PAYMENTSERVICE_CHARGE_ENABLED, false",
        "DEFT_SHOP_PAYMENTSERVICE_CHARGE_LIMIT_2_MAX_WAIT, 5s",
        "DEFT_PAYMENTSERVICE_CHARGE_RATELIMIT_VALUE, 5",
        "DEFT_PAYMENTSERVICE_CHARGE_RATE_LIMIT_VALUE, 5",
        "DEFT_PAYMENTSERVICE_LIMIT_LIMIT_VALUE, 5",
        "DEFT_SHARED_DB_LIMIT_VALUE, 5"
    })
    void isAVariable(String name, String value) {
        assertThat(SettingsSource.environment(Map.of(name, value)).settings())
                .singleElement()
                .hasToString(name + " = " + value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEFT_HOME | /opt | it does not end with a word and an attribute of it, as RETRY_ATTEMPTS",
                "DEFT_PAYMENTSERVICE_CHARGE_RETRY_ATEMPTS | 5 | no attribute ATEMPTS, did you mean attempts?",
                "DEFT_PAYMENTSERVICE_CHARGE_RETRY_ATTEMPTS | x | is no whole number",
                "DEFT_PAYMENTSERVICE_CHARGE_LIMIT_KEY | x | @Limit's key is settled when the class is compiled",
                "DEFT_RETRY_ATTEMPTS | 5 | it does not say of what",
                "DEFT__ENABLED | true | a part of the name is empty",
                "DEFT_SHARED_LIMIT_VALUE | 5 | behind shared stand a name and a word"
            })
    void isRefusedAsAVariable(String name, String value, String why) {
        assertThatThrownBy(() -> SettingsSource.environment(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("Settings of the environment are wrong:")
                .hasMessageContaining(name)
                .hasMessageContaining(why);
    }

    @Test
    void readsSystemProperties() {
        System.setProperty("deft.SettingsSourceTest.a.retry.attempts", "7");
        try {
            assertThat(SettingsSource.systemProperties().settings())
                    .extracting(Setting::toString)
                    .contains("deft.SettingsSourceTest.a.retry.attempts = 7");
        } finally {
            System.clearProperty("deft.SettingsSourceTest.a.retry.attempts");
        }
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("deft.properties"), """
                # for tonight
                server.port = 80
                deft.PaymentService.charge(Order,\\ int).retry.attempts = 5
                deft.shared.größe.limit.value: 3
                """);

        assertThat(SettingsSource.file(file).settings())
                .extracting(Setting::toString)
                .containsExactly(
                        "deft.PaymentService.charge(Order, int).retry.attempts = 5",
                        "deft.shared.größe.limit.value = 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deft.A.a.retry.attempts = zero", "deft.enabled = \\u00zz"})
    void namesTheFile(String line, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("deft.properties"), line);

        assertThatThrownBy(() -> SettingsSource.file(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> SettingsSource.file(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none");
    }

    /** What settings show is what settings read. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "000, 0",
        "1ns, 1ns",
        "1500us, 1.5ms",
        "0.5s, 500ms",
        "90s, 1m30s",
        "PT36H, 1d12h",
        "1h 30m, 1h30m",
        "292y, ",
        "106751d, 106751d"
    })
    void durationsAreShownAsTheyAreRead(String written, String shown) {
        if (shown == null) {
            assertThatThrownBy(() -> DurationReader.read(written)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        assertThat(DurationText.of(DurationReader.read(written))).isEqualTo(shown);
        assertThat(DurationReader.read(shown)).isEqualTo(DurationReader.read(written));
    }
}
