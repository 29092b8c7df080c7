package dev.deft.processor.plan;

import java.math.BigDecimal;

/** Fractions for people: {@code 12.5 %}. */
final class Percents {
    private Percents() {}

    static String of(double fraction) {
        return BigDecimal.valueOf(fraction)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }
}
