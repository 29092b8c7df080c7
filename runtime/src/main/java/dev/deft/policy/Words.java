package dev.deft.policy;

import dev.deft.internal.NearMiss;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that policies stand behind. */
final class Words {
    /** From the outside in, as words nest that nobody has put in another order. */
    static final List<SettingsWord<?>> NESTING = List.of(
            SingleFlightSettings.WORD,
            DeadlineSettings.WORD,
            RetrySettings.WORD,
            CircuitBreakerSettings.WORD,
            HedgeSettings.WORD,
            RateLimitSettings.WORD,
            TimeoutSettings.WORD,
            AdaptiveLimitSettings.WORD,
            LimitSettings.WORD,
            LockSettings.WORD);

    /** The words that say what a method means: nothing of them can be set, and none can be switched off. */
    private static final List<String> OF_MEANING =
            List.of("async", "batch", "deferred", "fallback", "nesting", "recover", "scheduled", "worker");

    private Words() {}

    static Optional<SettingsWord<?>> find(String name) {
        return NESTING.stream().filter(word -> word.name().equals(name)).findFirst();
    }

    /** Why there is no word of a name that settings know. */
    static String unknown(String name) {
        List<String> known = NESTING.stream().<String>map(SettingsWord::name).toList();
        return OF_MEANING.contains(name)
                ? "nothing of " + name + " can be set: it belongs to what the method means"
                : "there is no word " + name + NearMiss.hint(name, known) + "; there are "
                        + known.stream().sorted().collect(Collectors.joining(", "));
    }
}
