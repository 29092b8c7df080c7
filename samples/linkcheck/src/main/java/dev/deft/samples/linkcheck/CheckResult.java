package dev.deft.samples.linkcheck;

import java.time.Duration;

/**
 * What became of a link.
 *
 * @param outcome how the check ended
 * @param detail what there is to say about it, for people, or empty
 * @param time how long the server took for its answer, redirects included; zero if there was none to wait for
 */
public record CheckResult(Outcome outcome, String detail, Duration time) {
    static CheckResult of(Outcome outcome) {
        return of(outcome, "");
    }

    static CheckResult of(Outcome outcome, String detail) {
        return new CheckResult(outcome, detail, Duration.ZERO);
    }

    CheckResult took(Duration time) {
        return new CheckResult(outcome, detail, time);
    }
}
