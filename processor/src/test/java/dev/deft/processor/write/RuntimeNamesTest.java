package dev.deft.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.model.RuntimeNames;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the processor believes of the runtime, held against the runtime. */
class RuntimeNamesTest {
    private static final Pattern RUNTIME_TYPE =
            Pattern.compile("\"dev\\.deft(?:\\.policy|\\.time|\\.channel)?\\.[A-Z]\\w+\"");

    static Stream<String> names() {
        return Arrays.stream(RuntimeNames.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(RuntimeNamesTest::value);
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isTheNameOfAPublicType(String name) throws ClassNotFoundException {
        assertThat(Class.forName(name).getModifiers() & Modifier.PUBLIC).isNotZero();
    }

    /** The methods that generated code calls. */
    @ParameterizedTest
    @CsvSource({
        "dev.deft.Deft, global hasListeners injectFaults policies begin recovered start startDetached",
        "dev.deft.Call, succeeded failed",
        "dev.deft.Task, await awaitFuture onSuccess onFailure",
        "dev.deft.TaskContext, current attempt",
        "dev.deft.TaskName, of",
        "dev.deft.Defer, succeeded failed",
        "dev.deft.policy.Policies, pinned checkSettings retry circuitBreaker keyedCircuitBreaker hedge rateLimit "
                + "keyedRateLimit limit keyedLimit adaptiveLimit lock classLock newLock keyedLock keyedClassLock "
                + "newKeyedLock singleFlight timeout deadline",
        "dev.deft.policy.RetryPolicy, called begin failed unsatisfied",
        "dev.deft.policy.RetryRun, permitsAnother keepsOn attempt failure backOff backOffInterruptibly",
        "dev.deft.policy.RetrySettings, attempts unlimitedAttempts delay constant linear exponential fibonacci "
                + "maxDelay fullJitter equalJitter decorrelatedJitter maxDuration computedDelays on budget named",
        "dev.deft.policy.CircuitBreakerPolicy, enter succeeded failed",
        "dev.deft.policy.KeyedCircuitBreaker, of",
        "dev.deft.policy.CircuitBreakerSettings, failureRate window windowTime minCalls openFor trialCalls slowCall "
                + "slowRate on maxKeys named",
        "dev.deft.policy.HedgePolicy, call callInterruptibly",
        "dev.deft.policy.HedgeSettings, after afterPercentile max",
        "dev.deft.policy.AdaptiveLimitPolicy, acquire acquireInterruptibly succeeded failed",
        "dev.deft.policy.AdaptiveLimitSettings, min max initial maxWait maxQueue named",
        "dev.deft.policy.LimitPolicy, acquire acquireInterruptibly release",
        "dev.deft.policy.KeyedLimit, acquire acquireInterruptibly release",
        "dev.deft.policy.LimitSettings, permits maxWait maxQueue maxKeys named",
        "dev.deft.policy.RateLimitPolicy, acquire acquireInterruptibly",
        "dev.deft.policy.KeyedRateLimit, acquire acquireInterruptibly",
        "dev.deft.policy.RateLimitSettings, permits per burst maxWait maxKeys named",
        "dev.deft.policy.LockPolicy, lock lockInterruptibly unlock read write named",
        "dev.deft.policy.KeyedLock, lock lockInterruptibly unlock read write named",
        "dev.deft.policy.SingleFlightPolicy, call callInterruptibly",
        "dev.deft.policy.CallKey, of",
        "dev.deft.policy.TimeoutPolicy, start",
        "dev.deft.policy.TimeoutWatch, stop",
        "dev.deft.policy.DeadlinePolicy, open",
        "dev.deft.policy.DeadlineScope, close",
        "dev.deft.policy.FailureFilter, on except alongCauses find",
        "dev.deft.policy.Failures, of isCancellation suppress",
        "dev.deft.channel.Workers, of onFailure start"
    })
    void hasTheMethods(String name, String methods) throws ClassNotFoundException {
        List<String> present = Arrays.stream(Class.forName(name).getMethods())
                .map(Method::getName)
                .toList();

        assertThat(present).contains(methods.split(" ", -1));
    }

    @Test
    void areInOneFile() throws IOException {
        Path sources = Path.of("src/main/java").toAbsolutePath();
        Set<String> elsewhere = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher names = RUNTIME_TYPE.matcher(Files.readString(file));
                if (!file.endsWith("RuntimeNames.java") && names.find()) {
                    elsewhere.add(file.getFileName() + " " + names.group());
                }
            }
        }
        assertThat(elsewhere).isEmpty();
    }
}
