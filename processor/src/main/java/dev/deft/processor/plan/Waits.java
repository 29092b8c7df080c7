package dev.deft.processor.plan;

import dev.deft.processor.model.Backoffs;
import dev.deft.processor.model.DurationTexts;
import dev.deft.processor.model.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The waits of a {@code @Retry}, told in words. */
final class Waits {
    /** So many are listed; the reader can go on from there. */
    private static final int LISTED = 5;

    private Waits() {}

    /** {@code waits 100 ms, 200 ms, 400 ms}; empty when there is nothing to wait for. */
    static String of(Word.Retry retry) {
        if (retry.attempts().orElse(2) == 1) {
            return "";
        }
        if (retry.delayFrom().isPresent()) {
            return "waits as long as " + retry.delayFrom().get().name() + "() says";
        }
        if (retry.jitter() == Word.Retry.Jitter.DECORRELATED) {
            return "waits " + DurationTexts.of(retry.delay().duration()) + " to "
                    + DurationTexts.of(retry.maxDelay().duration()) + ", up to three times the wait before";
        }
        return switch (retry.jitter()) {
            case FULL -> "waits up to " + list(retry);
            case EQUAL -> "waits half to all of " + list(retry);
            default ->
                retry.maxDelay().duration().isZero() || retry.delay().duration().isZero()
                        ? "without a wait"
                        : "waits " + list(retry);
        };
    }

    private static String list(Word.Retry retry) {
        List<Duration> waits = new ArrayList<>();
        int count = retry.attempts().isPresent() ? retry.attempts().getAsInt() - 1 : Integer.MAX_VALUE;
        for (int n = 1; n <= Math.min(count, LISTED); n++) {
            waits.add(Backoffs.wait(retry, n));
        }
        Duration first = waits.get(0);
        Duration last = waits.get(waits.size() - 1);
        if (waits.stream().allMatch(first::equals) && (count == waits.size() || isConstant(retry))) {
            return DurationTexts.of(first) + (count == 1 ? "" : " each time");
        }
        String listed = String.join(", ", waits.stream().map(DurationTexts::of).toList());
        if (count == waits.size()) {
            return listed;
        }
        Duration longest = retry.maxDelay().duration();
        return listed + (last.equals(longest) ? " each time" : " and so on, at most " + DurationTexts.of(longest));
    }

    private static boolean isConstant(Word.Retry retry) {
        return retry.backoff() == Word.Retry.Backoff.CONSTANT
                || (retry.backoff() == Word.Retry.Backoff.EXPONENTIAL && retry.factor() == 1.0)
                || retry.delay().duration().compareTo(retry.maxDelay().duration()) >= 0;
    }
}
