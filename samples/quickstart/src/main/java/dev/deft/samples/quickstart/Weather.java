package dev.deft.samples.quickstart;

import dev.deft.CircuitOpenException;
import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Fallback;
import java.io.IOException;

/** {@code @CircuitBreaker}: what keeps failing is left alone for a while. */
public class Weather {
    private final Server server;

    /** The weather, asked from far away. */
    public Weather(Server server) {
        this.server = server;
    }

    // tag::circuit-breaker[]
    /** Two failures among the last four calls, and the server has ten seconds of peace. */
    @CircuitBreaker(window = 4, minCalls = 2, openFor = "10s")
    @Fallback(value = "unknown", on = CircuitOpenException.class)
    public String forecast(String city) throws IOException {
        return server.get("weather in " + city);
    }

    String unknown(String city, CircuitOpenException refusal) {
        return "ask again in " + refusal.retryAfter().toSeconds() + " s";
    }
    // end::circuit-breaker[]
}
