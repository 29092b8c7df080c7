package dev.deft.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.TaskName;
import dev.deft.policy.AdaptiveLimitSettings;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.HedgeSettings;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.Policies;
import dev.deft.policy.Policy;
import dev.deft.policy.RateLimitSettings;
import dev.deft.policy.RetrySettings;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What settings call the attributes of a word is what its annotation calls them, and none is left out. */
class SettingsAttributesTest {
    private static final TaskName NAME = TaskName.of("shop.PaymentService", "charge");

    static Stream<Policy<?>> policies() {
        Policies policies = Deft.builder().build().policies();
        return Stream.<Policy<?>>of(
                        policies.retry(NAME, RetrySettings.attempts(3)),
                        policies.limit(NAME, LimitSettings.permits(1)),
                        policies.rateLimit(NAME, RateLimitSettings.permits(1)),
                        policies.adaptiveLimit(NAME, AdaptiveLimitSettings.min(1)),
                        policies.circuitBreaker(NAME, CircuitBreakerSettings.failureRate(0.5)),
                        policies.timeout(NAME, Duration.ofSeconds(1)),
                        policies.deadline(NAME, Duration.ofSeconds(1)),
                        policies.hedge(NAME, HedgeSettings.after(Duration.ofSeconds(1))),
                        policies.singleFlight(NAME),
                        policies.lock(NAME, "books"))
                .filter(policy -> annotation(policy).isPresent());
    }

    private static Optional<Class<?>> annotation(Policy<?> policy) {
        String word = policy.word();
        String name = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        try {
            return Optional.of(Class.forName("dev.deft.annotation." + name));
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void areThoseOfTheAnnotation(Policy<?> policy) {
        List<String> written = Arrays.stream(annotation(policy).orElseThrow().getDeclaredMethods())
                .map(Method::getName)
                .toList();
        List<String> set = policy.settings().attributes().keySet().stream()
                .filter(attribute -> !attribute.equals("enabled"))
                .toList();

        assertThat(written).containsAll(set);
        assertThat(written)
                .filteredOn(attribute -> !set.contains(attribute))
                .allSatisfy(attribute -> assertThatThrownBy(() -> policy.set(attribute, ""))
                        .hasMessageContaining("'s " + attribute + " is settled when the class is compiled"));
    }

    @Test
    void thereAreWords() {
        assertThat(policies()).hasSizeGreaterThan(5);
    }
}
