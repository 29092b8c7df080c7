package dev.deft.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.annotation.Backoff;
import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Limit;
import dev.deft.annotation.RateLimit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import dev.deft.policy.Policy;
import dev.deft.time.VirtualTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the pages for those who come from other libraries show is accepted, and works. */
class ComingFromTest {
    private final Deft deft = Deft.builder().time(new VirtualTime()).build();

    static class LikeResilience4j {
        // tag::resilience4j[]
        @Retry(delay = "500ms", backoff = Backoff.CONSTANT)
        @CircuitBreaker(window = 100, openFor = "1m", trialCalls = 10, slowCall = "1m")
        @RateLimit(value = 50, per = "500ns", maxWait = "5s")
        @Timeout("1s")
        @Limit(value = 25, maxWait = "0")
        public String charge(String order) {
            return "charged " + order;
        }
        // end::resilience4j[]
    }

    static class LikeMicroProfile {
        // tag::microprofile[]
        @Retry(attempts = 4, delay = "0", maxDuration = "3m")
        @CircuitBreaker(on = Throwable.class)
        @RateLimit(value = 100, maxWait = "0")
        @Timeout("1s")
        @Limit(value = 10, maxWait = "0")
        public String charge(String order) {
            return "charged " + order;
        }
        // end::microprofile[]
    }

    static class LikeFailsafe {
        // tag::failsafe[]
        @Retry(delay = "0", on = Throwable.class)
        @CircuitBreaker(window = 1, openFor = "1m", on = Throwable.class)
        public String charge(String order) {
            return "charged " + order;
        }
        // end::failsafe[]
    }

    static class LikeSpringRetry {
        // tag::spring-retry[]
        @Retry(delay = "1s", backoff = Backoff.CONSTANT)
        public String charge(String order) {
            return "charged " + order;
        }
        // end::spring-retry[]

        // tag::spring-circuit[]
        @CircuitBreaker(failureRate = 1.0, windowTime = "5s", minCalls = 3, openFor = "20s")
        public String refund(String order) {
            return "refunded " + order;
        }
        // end::spring-circuit[]
    }

    static class LikeSpring {
        // tag::spring[]
        @Retry(attempts = 4, delay = "1s", backoff = Backoff.CONSTANT)
        public String charge(String order) {
            return "charged " + order;
        }
        // end::spring[]
    }

    @Test
    void callsPassUnderTheDefaultsOfOtherLibraries() {
        var springRetry = new ComingFromTest_LikeSpringRetryTasks(new LikeSpringRetry(), deft);

        assertThat(List.of(
                        new ComingFromTest_LikeResilience4jTasks(new LikeResilience4j(), deft).charge("A-1"),
                        new ComingFromTest_LikeMicroProfileTasks(new LikeMicroProfile(), deft).charge("A-1"),
                        new ComingFromTest_LikeFailsafeTasks(new LikeFailsafe(), deft).charge("A-1"),
                        new ComingFromTest_LikeSpringTasks(new LikeSpring(), deft).charge("A-1"),
                        springRetry.charge("A-1")))
                .containsOnly("charged A-1");
        assertThat(springRetry.refund("A-1")).isEqualTo("refunded A-1");
    }

    /** The rows of MicroProfile's page about configuration, from the farthest to the closest. */
    @Test
    void settingsTakeThePlaceOfMicroProfilesConfiguration() {
        Map<String, String> settings = Map.of(
                "deft.defaults.retry.attempts", "7",
                "deft.defaults.timeout.enabled", "false",
                "deft.dev.deft.samples.quickstart.ComingFromTest.LikeMicroProfile.retry.attempts", "6",
                "deft.ComingFromTest.LikeMicroProfile.charge.retry.delay", "250ms",
                "deft.ComingFromTest.LikeMicroProfile.charge.rateLimit.enabled", "false");
        try (Deft configured =
                Deft.builder().time(new VirtualTime()).settings(settings).build()) {
            new ComingFromTest_LikeMicroProfileTasks(new LikeMicroProfile(), configured).charge("A-1");

            Map<String, String> retry = settingsOf(configured, "retry");
            assertThat(retry).containsEntry("attempts", "6").containsEntry("delay", "250ms");
            assertThat(settingsOf(configured, "timeout")).containsEntry("enabled", "false");
            assertThat(settingsOf(configured, "rateLimit")).containsEntry("enabled", "false");
        }
    }

    private static Map<String, String> settingsOf(Deft deft, String word) {
        Policy<?> policy = StreamSupport.stream(deft.policies().spliterator(), false)
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
        return policy.settings().attributes();
    }
}
