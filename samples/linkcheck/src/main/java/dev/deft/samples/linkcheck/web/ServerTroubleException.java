package dev.deft.samples.linkcheck.web;

import java.io.IOException;

/** A server failed to answer properly; it may do better later. */
public sealed class ServerTroubleException extends IOException permits BusyException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public ServerTroubleException(int status) {
        super("the server answered " + status);
        this.status = status;
    }

    public final int status() {
        return status;
    }
}
