package dev.deft.policy;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.deft.CircuitOpenException;
import dev.deft.Deft;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A half open circuit lets exactly its trial calls through, and does not stay half open for ever. */
final class CircuitRaces {
    private CircuitRaces() {}

    /** A circuit whose time to stay open is over, with one trial call to give. */
    static CircuitBreakerPolicy readyForTrial() {
        VirtualTime time = VirtualTime.manual();
        CircuitBreakerPolicy circuit = Deft.builder()
                .time(time)
                .build()
                .policies()
                .circuitBreaker(
                        TaskName.named("race"),
                        CircuitBreakerSettings.failureRate(1.0).window(1).openFor(Duration.ofSeconds(1)));
        circuit.failed(circuit.enter(), new IllegalStateException("down"));
        time.advance(Duration.ofSeconds(1));
        return circuit;
    }

    /** Two come for the one trial call, and it succeeds. */
    @JCStressTest
    @Outcome(
            id = {"1, 0, 0", "0, 1, 0"},
            expect = ACCEPTABLE,
            desc = "one was let through, and the circuit closed")
    @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "the second came after the circuit had closed")
    @Outcome(expect = FORBIDDEN, desc = "two trial calls, or none, or a circuit that stays half open")
    @State
    public static class TwoForOneTrial {
        private final CircuitBreakerPolicy circuit = readyForTrial();

        private int call() {
            try {
                circuit.succeeded(circuit.enter());
                return 1;
            } catch (CircuitOpenException refused) {
                return 0;
            }
        }

        /** One. */
        @Actor
        public void one(III_Result through) {
            through.r1 = call();
        }

        /** The other. */
        @Actor
        public void other(III_Result through) {
            through.r2 = call();
        }

        /** The state in the end. */
        @Arbiter
        public void state(III_Result end) {
            end.r3 = circuit.state().state() == CircuitState.CLOSED ? 0 : 1;
        }
    }

    /** The trial call is cancelled while another comes: its place is free again. */
    @JCStressTest
    @Outcome(
            id = {"1, 0, 1", "1, 1, 1", "0, 1, 1"},
            expect = ACCEPTABLE,
            desc = "the place of the cancelled call came back")
    @Outcome(expect = FORBIDDEN, desc = "the circuit lets nobody through any more")
    @State
    public static class CancelledTrial {
        private final CircuitBreakerPolicy circuit = readyForTrial();

        private int cancelledCall() {
            try {
                circuit.failed(circuit.enter(), new CancellationException());
                return 1;
            } catch (CircuitOpenException refused) {
                return 0;
            }
        }

        /** One. */
        @Actor
        public void one(III_Result through) {
            through.r1 = cancelledCall();
        }

        /** The other. */
        @Actor
        public void other(III_Result through) {
            through.r2 = cancelledCall();
        }

        /** Whether a third is let through. */
        @Arbiter
        public void third(III_Result through) {
            through.r3 = cancelledCall();
        }
    }
}
