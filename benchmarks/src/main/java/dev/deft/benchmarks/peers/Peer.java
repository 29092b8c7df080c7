package dev.deft.benchmarks.peers;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The payload, for a library to call. */
@State(Scope.Benchmark)
public abstract class Peer {
    /** Read from memory each time, so that the result is never a constant. */
    int value = 41;

    int plain() {
        return value + 1;
    }
}
