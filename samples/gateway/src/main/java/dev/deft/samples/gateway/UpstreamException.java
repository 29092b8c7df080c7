package dev.deft.samples.gateway;

import java.io.IOException;

/** A service has answered that it is in trouble. */
public final class UpstreamException extends IOException {
    private static final long serialVersionUID = 1;

    public UpstreamException(int status) {
        super("the service answered " + status);
    }
}
