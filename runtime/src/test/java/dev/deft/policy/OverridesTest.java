package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.SettingsException;
import dev.deft.TaskEvent;
import dev.deft.TaskName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings hold for which policies, and what is told of those that fit none. */
class OverridesTest {
    private static final String SERVICE = "shop.PaymentService";
    private static final TaskName CHARGE = TaskName.of(SERVICE, "charge", "Order");
    private static final TaskName CHARGE_TWICE = TaskName.of(SERVICE, "charge", "Order", "int");
    private static final TaskName REFUND = TaskName.of(SERVICE, "refund", "Order");
    private static final TaskName INNER = TaskName.of("shop.Outer.Inner", "run");
    private static final RetrySettings THREE = RetrySettings.attempts(3);
    private static final LimitSettings TEN = LimitSettings.permits(10);

    private static Policies with(String... settings) {
        return deft(settings).build().policies();
    }

    private static Deft.Builder deft(String... settings) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return Deft.builder().settings(map);
    }

    private static String attempts(Policies policies, TaskName task) {
        return policies.retry(task, THREE).settings().attributes().get("attempts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deft.defaults.retry.attempts",
                "deft.PaymentService.retry.attempts",
                "deft.shop.PaymentService.retry.attempts",
                "deft.PaymentService.charge.retry.attempts",
                "deft.shop.PaymentService.charge.retry.attempts",
                "deft.PaymentService.charge(Order).retry.attempts",
                "deft.shop.PaymentService.charge( Order ).retry.attempts"
            })
    void takesThePlaceOfTheAnnotation(String key) {
        Policies policies = with(key, "7");

        assertThat(attempts(policies, CHARGE)).isEqualTo("7");
        assertThat(policies.unusedSettings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deft.Service.retry.attempts",
                "deft.ervice.charge.retry.attempts",
                "deft.op.PaymentService.charge.retry.attempts",
                "deft.PaymentService.charge(Order,int).retry.attempts",
                "deft.PaymentService.charge().retry.attempts",
                "deft.PaymentService.refund.retry.attempts",
                "deft.PaymentService.charge.limit.value"
            })
    void leavesOthersAlone(String key) {
        Policies policies = with(key, "7");

        assertThat(attempts(policies, CHARGE)).isEqualTo("3");
        assertThat(policies.unusedSettings()).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DEFT_DEFAULTS_RETRY_ATTEMPTS",
                "DEFT_PAYMENTSERVICE_RETRY_ATTEMPTS",
                "DEFT_PAYMENTSERVICE_CHARGE_RETRY_ATTEMPTS",
                "DEFT_SHOP_PAYMENTSERVICE_CHARGE_RETRY_ATTEMPTS",
                "DEFT_PAYMENTSERVICE_CHARGE_ORDER_RETRY_ATTEMPTS"
            })
    void takesThePlaceFromTheEnvironment(String name) {
        Policies policies = Deft.builder()
                .settings(SettingsSource.environment(Map.of(name, "7")))
                .build()
                .policies();

        assertThat(attempts(policies, CHARGE)).isEqualTo("7");
        assertThat(policies.unusedSettings()).isEmpty();
    }

    @Test
    void theClosestHolds() {
        String[] keys = {
            "deft.defaults.retry.attempts",
            "deft.PaymentService.retry.attempts",
            "deft.shop.PaymentService.retry.attempts",
            "deft.PaymentService.charge.retry.attempts",
            "deft.shop.PaymentService.charge.retry.attempts",
            "deft.PaymentService.charge(Order).retry.attempts",
            "deft.shop.PaymentService.charge(Order).retry.attempts"
        };
        Map<String, String> settings = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            settings.put(keys[i], String.valueOf(10 + i));
            Policies policies = Deft.builder().settings(settings).build().policies();

            assertThat(attempts(policies, CHARGE)).as(keys[i]).isEqualTo(String.valueOf(10 + i));
            assertThat(policies.unusedSettings()).as("a closer one prevailed").isEmpty();
        }
    }

    @Test
    void theClosestHoldsForEachAttribute() {
        RetrySettings settings = with(
                        "deft.defaults.retry.delay", "1s",
                        "deft.PaymentService.retry.attempts", "4",
                        "deft.PaymentService.charge.retry.jitter", "FULL")
                .retry(CHARGE, THREE.constant())
                .settings();

        assertThat(settings)
                .isEqualTo(RetrySettings.attempts(4)
                        .delay(Duration.ofSeconds(1))
                        .constant()
                        .fullJitter());
    }

    @Test
    void overloadsAreToldApart() {
        Policies policies =
                with("deft.PaymentService.charge(Order, int).retry.attempts", "5", "deft.defaults.retry.attempts", "4");

        assertThat(attempts(policies, CHARGE)).isEqualTo("4");
        assertThat(attempts(policies, CHARGE_TWICE)).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deft.Inner", "deft.Outer.Inner", "deft.shop.Outer.Inner"})
    void nestedClasses(String prefix) {
        Policies policies = with(prefix + ".run.retry.attempts", "5", prefix + ".retry.delay", "1s");
        policies.retry(TaskName.of("shop.Outer", "walk"), THREE);
        policies.checkSettings("shop.Outer");

        assertThat(policies.retry(INNER, THREE).settings())
                .isEqualTo(RetrySettings.attempts(5).delay(Duration.ofSeconds(1)));
        policies.checkSettings("shop.Outer.Inner");
    }

    @Test
    void ofSeveralLimitsEachOrOne() {
        Policies policies = with(
                "deft.PaymentService.charge.limit.value", "5",
                "deft.PaymentService.charge.limit.2.value", "6",
                "deft.PaymentService.limit.3.value", "7");
        policies.limit(CHARGE, TEN);
        policies.keyedLimit(CHARGE, 2, TEN);
        policies.limit(REFUND, TEN);
        policies.limit(REFUND, 3, TEN);

        assertThat(policies.of("PaymentService"))
                .extracting(policy -> policy.settings().attributes().get("value"))
                .containsExactly("5", "6", "10", "7");
        policies.checkSettings(SERVICE);
    }

    @Test
    void laterSourcesPrevailWhereEquallyClose() {
        Policies policies = Deft.builder()
                .settings(Map.of("deft.PaymentService.charge.retry.attempts", "4", "deft.defaults.retry.delay", "1s"))
                .settings(SettingsSource.environment(Map.of("DEFT_PAYMENTSERVICE_CHARGE_RETRY_ATTEMPTS", "5")))
                .settings(Map.of("deft.defaults.retry.attempts", "6", "deft.defaults.retry.delay", "2s"))
                .build()
                .policies();

        assertThat(policies.retry(CHARGE, THREE).settings())
                .isEqualTo(RetrySettings.attempts(5).delay(Duration.ofSeconds(2)));
    }

    @Test
    void sharedStateIsSetByItsName() {
        Policies policies = with(
                "deft.defaults.limit.maxWait", "1s",
                "deft.shared.db.limit.value", "5",
                "deft.PaymentService.limit.value", "6");

        assertThat(policies.limit(CHARGE, TEN.named("db")).settings())
                .isEqualTo(policies.limit(INNER, TEN.named("db")).settings())
                .isEqualTo(
                        LimitSettings.permits(5).maxWait(Duration.ofSeconds(1)).named("db"));
        assertThat(policies.limit(REFUND, TEN).settings().attributes()).containsEntry("value", "6");
        assertThat(policies.limit(REFUND, 2, TEN.named("dx")).settings().attributes())
                .containsEntry("value", "10");
        policies.checkSettings(SERVICE);
    }

    @Test
    void sharedStateIsSetByItsNameFromTheEnvironment() {
        Policies policies = Deft.builder()
                .settings(SettingsSource.environment(Map.of("DEFT_SHARED_DB_ORDERS_LIMIT_VALUE", "5")))
                .build()
                .policies();

        assertThat(policies.limit(CHARGE, TEN.named("db.orders")).settings().attributes())
                .containsEntry("value", "5");
    }

    @ParameterizedTest
    @CsvSource({
        "deft.enabled, true",
        "deft.defaults.retry.enabled, false",
        "deft.PaymentService.enabled, true",
        "deft.PaymentService.retry.enabled, false",
        "deft.PaymentService.charge.enabled, true",
        "deft.PaymentService.charge.retry.enabled, false"
    })
    void switchesOff(String key, boolean alsoOthers) {
        Policies policies = with(key, "false");

        assertThat(policies.retry(CHARGE, THREE).settings().isEnabled()).isFalse();
        assertThat(policies.timeout(CHARGE, Duration.ofSeconds(1)).settings().isEnabled())
                .isEqualTo(!alsoOthers);
        assertThat(policies.lock(CHARGE, "books").settings().isEnabled()).isTrue();
    }

    @Test
    void theClosestSwitchCounts() {
        Policies policies = with(
                "deft.enabled", "false",
                "deft.defaults.timeout.enabled", "true",
                "deft.PaymentService.enabled", "false",
                "deft.PaymentService.charge.enabled", "true",
                "deft.PaymentService.charge.retry.enabled", "false");

        assertThat(policies.retry(CHARGE, THREE).settings().isEnabled()).isFalse();
        assertThat(policies.limit(CHARGE, TEN).settings().isEnabled()).isTrue();
        assertThat(policies.limit(REFUND, TEN).settings().isEnabled()).isFalse();
        assertThat(policies.timeout(INNER, Duration.ofSeconds(1)).settings().isEnabled())
                .isTrue();
        assertThat(policies.limit(INNER, TEN).settings().isEnabled()).isFalse();
    }

    @Test
    void aMethodThatIsSwitchedOffStillSharesWhatOthersNeed() {
        Policies policies = with("deft.PaymentService.enabled", "false");
        policies.retry(CHARGE, THREE);

        assertThat(policies.limit(CHARGE, TEN.named("db")).settings().isEnabled())
                .isTrue();
        policies.checkSettings(SERVICE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deft.PaymentService.chrage.retry.attempts | 5"
                        + " | shop.PaymentService has no method chrage under a policy, did you mean charge?;"
                        + " there are charge, refund",
                "deft.PaymentService.chrage.enabled | false | did you mean charge?",
                "deft.shop.PaymentService.charge(Oder).retry.attempts | 5"
                        + " | has no method charge(Oder) under a policy, did you mean charge(Order)?;"
                        + " there are charge(Order), refund(Order)",
                "deft.PaymentService.charge.timeout.value | 5s | charge has no @Timeout; it has retry, limit, limit.2",
                "deft.PaymentService.timeout.value | 5s | shop.PaymentService has no @Timeout; it has retry, limit,",
                "deft.PaymentService.charge.limit.3.value | 5 | charge has no @Limit with the number 3; it has",
                "deft.PaymentService.charge.retri.enabled | false | there is no word retri, did you mean retry?",
                "deft.shop.PaymentService.charge.fallback.enabled | false | nothing of fallback can be set",
                "deft.PaymentService.refund.enabled | false | refund has nothing that can be switched off; it has locked",
                "deft.PaymentService.charge.limit.2.value | 5"
                        + " | the @Limit of charge is shared under the name \"db\", for which there is deft.shared.db.limit.value"
            })
    void whatIsNotThereIsToldWhenTheWrapperIsMade(String key, String value, String why) {
        Policies policies = with(key, value, "deft.PaymentService.retry.attempts", "4");
        policies.retry(CHARGE, THREE);
        policies.limit(CHARGE, TEN);
        policies.limit(CHARGE, 2, TEN.named("db"));
        policies.lock(REFUND, "books");

        assertThatThrownBy(() -> policies.checkSettings(SERVICE))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("Settings of shop.PaymentService are about what is not there:")
                .hasMessageContaining(key + " = " + value)
                .hasMessageContaining(why);
        policies.retry(INNER, THREE);
        policies.checkSettings("shop.Outer.Inner");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEFT_PAYMENTSERVICE_CHRAGE_RETRY_ATTEMPTS | has no method CHRAGE under a policy, did you mean charge?",
                "DEFT_PAYMENTSERVICE_CHARGE_DEADLINE_VALUE | CHARGE has no @Deadline; it has retry"
            })
    void alsoFromTheEnvironment(String name, String why) {
        Policies policies = Deft.builder()
                .settings(SettingsSource.environment(Map.of(name, name.endsWith("VALUE") ? "5s" : "5")))
                .build()
                .policies();
        policies.retry(CHARGE, THREE);

        assertThatThrownBy(() -> policies.checkSettings(SERVICE)).hasMessageContaining(why);
    }

    @Test
    void valuesThatDoNotFitTogetherAreToldWhenTheWrapperIsMade() {
        Policies policies = with(
                "deft.PaymentService.charge.adaptiveLimit.min", "300",
                "deft.PaymentService.charge.rateLimit.per", "10000d");

        assertThatThrownBy(() -> policies.adaptiveLimit(CHARGE, AdaptiveLimitSettings.min(1)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("@AdaptiveLimit of shop.PaymentService.charge(Order)")
                .hasMessageContaining("deft.PaymentService.charge.adaptiveLimit.min = 300")
                .hasMessageContaining("max must be at least min, which is 300, but is 200");
        assertThatThrownBy(() ->
                        policies.rateLimit(CHARGE, RateLimitSettings.permits(1).burst(10)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("deft.PaymentService.charge.rateLimit.per = 10000d");
        assertThat(with(
                                "deft.PaymentService.charge.adaptiveLimit.min", "300",
                                "deft.defaults.adaptiveLimit.max", "400")
                        .adaptiveLimit(CHARGE, AdaptiveLimitSettings.min(1))
                        .settings())
                .isEqualTo(AdaptiveLimitSettings.min(300).max(400));
    }

    @Test
    void aPinnedClassKeepsItsAnnotations() {
        List<TaskEvent> events = new ArrayList<>();
        Policies policies = deft(
                        "deft.enabled", "false",
                        "deft.defaults.retry.attempts", "5",
                        "deft.PaymentService.charge.retry.attempts", "6",
                        "deft.PaymentService.charge.enabled", "false",
                        "deft.Outer.Inner.retry.attempts", "7")
                .listener(events::add)
                .build()
                .policies();
        RetryPolicy retry = policies.pinned().retry(CHARGE, THREE);
        policies.pinned().checkSettings(SERVICE);

        assertThat(retry.settings()).isEqualTo(THREE);
        assertThat(retry.isPinned()).isTrue();
        assertThatThrownBy(() -> retry.set("attempts", "9"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pinned");
        assertThatThrownBy(retry::switchOff).isInstanceOf(IllegalStateException.class);
        assertThat(policies.ignoredSettings())
                .containsExactly("deft.PaymentService.charge.enabled", "deft.PaymentService.charge.retry.attempts");
        assertThat(policies.unusedSettings())
                .containsExactly("deft.Outer.Inner.retry.attempts", "deft.defaults.retry.attempts", "deft.enabled");
        assertThat(events).hasSize(2).last().isInstanceOfSatisfying(TaskEvent.SettingIgnored.class, event -> {
            assertThat(event.name()).isEqualTo(CHARGE);
            assertThat(event.word()).isEqualTo("retry");
            assertThat(event.key()).isEqualTo("deft.PaymentService.charge.retry.attempts");
            assertThat(event.value()).isEqualTo("6");
        });
        assertThat(policies.retry(INNER, THREE).settings().attributes()).containsEntry("attempts", "7");
    }

    @Test
    void theRetryBudget() {
        assertThat(Deft.builder().build().retryBudget()).isNull();
        assertThat(deft("deft.retryBudget", "0.5").retryBudget(0.1).build().retryBudget())
                .isNotNull()
                .extracting(RetryBudget::ratio)
                .isEqualTo(0.5);
        assertThat(deft("deft.retryBudget", "0").retryBudget(0.1).build().retryBudget())
                .isNull();
        assertThat(with("deft.retryBudget", "0.5").unusedSettings()).isEmpty();
    }

    @Test
    void withoutSettingsThereIsNothingToCheck() {
        Policies policies = Deft.builder().build().policies();
        policies.retry(CHARGE, THREE);
        policies.checkSettings(SERVICE);

        assertThat(policies.unusedSettings()).isEmpty();
        assertThat(policies.ignoredSettings()).isEmpty();
    }
}
