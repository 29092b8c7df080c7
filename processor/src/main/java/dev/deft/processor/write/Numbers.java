package dev.deft.processor.write;

import java.util.regex.Pattern;

/** Whole numbers as literals, long ones in groups: {@code 10_000}. */
final class Numbers {
    private static final Pattern GROUP = Pattern.compile("(?<=\\d)(?=(?:\\d{3})+$)");
    private static final int FIRST_LONG_ONE = 10_000;

    private Numbers() {}

    static String of(long number) {
        String digits = String.valueOf(number);
        String literal =
                number < FIRST_LONG_ONE ? digits : GROUP.matcher(digits).replaceAll("_");
        return number > Integer.MAX_VALUE ? literal + "L" : literal;
    }
}
