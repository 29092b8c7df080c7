package dev.deft.benchmarks.bridges;

import dev.deft.Deft;
import dev.deft.jfr.JfrListener;
import java.util.List;
import jdk.jfr.Recording;

/** Events of the JDK Flight Recorder for the call and its attempt, with or without a recording that takes them. */
final class FlightBridge implements Bridge {
    private final Recording recording = new Recording();

    private FlightBridge() {}

    static Bridge idle() {
        return new FlightBridge();
    }

    static Bridge recording() {
        FlightBridge bridge = new FlightBridge();
        for (String event : List.of("dev.deft.Task", "dev.deft.Attempt", "hand.Task", "hand.Attempt")) {
            bridge.recording.enable(event);
        }
        bridge.recording.setMaxSize(10_000_000);
        bridge.recording.start();
        return bridge;
    }

    @Override
    public Deft.Builder addTo(Deft.Builder builder) {
        return builder.listener(new JfrListener());
    }

    @Override
    public int byHand(Body body, int value) throws Exception {
        HandEvent.Call call = new HandEvent.Call();
        HandEvent.Attempt attempt = new HandEvent.Attempt();
        call.begin();
        attempt.begin();
        String failure = null;
        try {
            return body.call(value);
        } catch (Exception thrown) {
            failure = thrown.toString();
            throw thrown;
        } finally {
            if (call.shouldCommit()) {
                call.of(failure);
                attempt.identifyAs(call);
                attempt.commit();
                call.commit();
            }
        }
    }

    @Override
    public void close() {
        recording.close();
    }
}
