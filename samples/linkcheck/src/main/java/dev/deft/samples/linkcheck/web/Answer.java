package dev.deft.samples.linkcheck.web;

import java.util.Optional;

/**
 * What a server said, without the body.
 *
 * @param status the status code
 * @param location where a redirect points
 * @param retryAfter when a busy server wants to be asked again, as its header has it
 */
public record Answer(int status, Optional<String> location, Optional<String> retryAfter) {
    /** An answer with a status and nothing else. */
    public static Answer of(int status) {
        return new Answer(status, Optional.empty(), Optional.empty());
    }

    /** An answer that sends the caller elsewhere. */
    public static Answer redirect(int status, String location) {
        return new Answer(status, Optional.of(location), Optional.empty());
    }

    /** An answer that asks the caller to come back later. */
    public static Answer busy(int status, String retryAfter) {
        return new Answer(status, Optional.empty(), Optional.of(retryAfter));
    }

    public boolean isFine() {
        return status >= 200 && status < 300;
    }

    /** Whether this is a redirect that can be followed. */
    public boolean isRedirect() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> location.isPresent();
            default -> false;
        };
    }

    /** Whether the server asks to be left alone for a while. */
    public boolean isBusy() {
        return status == 429 || status == 503;
    }

    /** Whether the server failed in a way that may pass. */
    public boolean isServerTrouble() {
        return status == 500 || status == 502 || status == 504;
    }

    /** Whether a server that says this to HEAD may well say something better to GET. */
    public boolean mayBeBetterForGet() {
        return status == 501 || status >= 400 && status < 500 && !isBusy();
    }
}
