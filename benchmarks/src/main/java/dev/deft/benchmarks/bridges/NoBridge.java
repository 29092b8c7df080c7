package dev.deft.benchmarks.bridges;

import dev.deft.Deft;

/** Nobody sees anything. */
final class NoBridge implements Bridge {
    @Override
    public Deft.Builder addTo(Deft.Builder builder) {
        return builder;
    }

    @Override
    public int byHand(Body body, int value) throws Exception {
        return body.call(value);
    }
}
