package dev.deft.samples.gateway;

import java.io.IOException;

/** A service behind the gateway. */
public interface Upstream {
    /**
     * Asks for something.
     *
     * @throws IOException if the service does not answer, or answers that it is in trouble
     */
    String get(String path) throws IOException, InterruptedException;
}
