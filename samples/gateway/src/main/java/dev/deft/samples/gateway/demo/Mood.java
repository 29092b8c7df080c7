package dev.deft.samples.gateway.demo;

import java.time.Duration;

/**
 * How a service behaves.
 *
 * @param pace how long it takes to answer
 * @param stuckEvery every how many requests one gets stuck; 0 for none
 * @param isDown whether it answers that it is in trouble
 */
record Mood(Duration pace, int stuckEvery, boolean isDown) {
    /** How long a stuck request takes. */
    static final Duration STUCK = Duration.ofMillis(800);

    static Mood fine() {
        return new Mood(Duration.ofMillis(10), 0, false);
    }

    static Mood down() {
        return new Mood(Duration.ofMillis(5), 0, true);
    }

    static Mood stuckNowAndThen(int every) {
        return new Mood(Duration.ofMillis(10), every, false);
    }

    static Mood slow(Duration pace) {
        return new Mood(pace, 0, false);
    }
}
