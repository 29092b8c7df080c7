package dev.deft.policy;

import dev.deft.internal.DurationText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of settings from text and as text, spelled as in annotations. */
final class SettingTexts {
    /** The number of places in a queue that says that there is no bound. */
    static final int NO_BOUND = Integer.MAX_VALUE;

    private SettingTexts() {}

    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("\"" + text + "\" is neither true nor false");
        };
    }

    static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("\"" + text + "\" is no whole number", none);
        }
    }

    static double decimal(String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("\"" + text + "\" is no number", none);
        }
    }

    static Duration duration(String text) {
        return DurationReader.read(text);
    }

    static <E extends Enum<E>> E choice(String text, E[] choices) {
        List<String> names = Arrays.stream(choices).map(Enum::name).toList();
        int found = names.indexOf(text);
        if (found < 0) {
            throw new IllegalArgumentException("\"" + text + "\" is none of " + String.join(", ", names));
        }
        return choices[found];
    }

    /** Empty for {@link #NO_BOUND}. */
    static String bound(int most) {
        return most == NO_BOUND ? "" : String.valueOf(most);
    }

    /** Reads {@code p95} as 0.95. */
    static double percentile(String text) {
        try {
            return new BigDecimal(text.substring(1)).movePointLeft(2).doubleValue();
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("\"" + text + "\" is no percentile such as p95", none);
        }
    }

    /** Writes 0.95 as {@code p95}. */
    static String percentile(double part) {
        return "p"
                + BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** How messages tell of the name of shared state, after other settings. */
    static String named(String name) {
        return name.isEmpty() ? "" : ", name = \"" + name + '"';
    }

    /** Empty for none. */
    static String text(@Nullable Duration duration) {
        return duration == null ? "" : DurationText.of(duration);
    }
}
