package dev.deft.samples.linkcheck.demo;

import java.util.concurrent.CountDownLatch;

/** Lets a test wait for visits. */
final class Counted {
    private Counted() {}

    /** Counts {@code visits} down before it behaves as {@code behaviour} does. */
    static Behaviour by(CountDownLatch visits, Behaviour behaviour) {
        return (exchange, visit) -> {
            visits.countDown();
            behaviour.answer(exchange, visit);
        };
    }
}
