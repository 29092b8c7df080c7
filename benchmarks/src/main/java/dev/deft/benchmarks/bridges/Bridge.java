package dev.deft.benchmarks.bridges;

import dev.deft.Deft;

/** A way to see calls. */
interface Bridge extends AutoCloseable {
    /** Adds Deft's listener for it. */
    Deft.Builder addTo(Deft.Builder builder);

    /** Makes a call that is seen in the same way without Deft, by what is written by hand. */
    int byHand(Body body, int value) throws Exception;

    @Override
    default void close() {}

    /** What is seen. */
    interface Body {
        int call(int value) throws Exception;
    }
}
