package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.math.BigInteger;
import java.time.Duration;

/** A rate lets somebody through, and its bucket holds something and fills in a time that can be counted. */
final class RateLimitNumbers extends WordRule<Word.RateLimit> {
    private static final BigInteger LONGEST_FILL =
            BigInteger.valueOf(Duration.ofDays(36 * 365).toNanos());

    RateLimitNumbers() {
        super(Word.RateLimit.class);
    }

    @Override
    void check(Word.RateLimit rate, TaskMethod method, Problems problems) {
        int burst = rate.burst().orElse(rate.permits());
        if (rate.permits() < 1) {
            problems.add(Problem.RATE_TOO_LOW, rate.origin().at("value"), "@RateLimit(" + rate.permits() + ")");
        } else if (burst < 0) {
            problems.add(Problem.BURST_NEGATIVE, rate.origin().at("burst"), "@RateLimit(burst = " + burst + ")");
        } else if (fillsTooSlowly(rate, burst)) {
            problems.add(Problem.RATE_TOO_SLOW, rate.origin().at("per"), rate.text());
        }
    }

    private static boolean fillsTooSlowly(Word.RateLimit rate, int burst) {
        BigInteger fill = BigInteger.valueOf(rate.per().duration().toNanos())
                .multiply(BigInteger.valueOf(burst))
                .divide(BigInteger.valueOf(rate.permits()));
        return fill.compareTo(LONGEST_FILL) > 0;
    }
}
