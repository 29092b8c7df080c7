package dev.deft.channel;

import java.io.Serial;

/**
 * The channel is closed: nothing can be sent any more, it cannot be closed again, or nothing is left to be received.
 *
 * <p>What Go answers with a panic. Who receives until a channel ends asks in a way that tells the end otherwise:
 * {@link Receiver#receiveUnlessClosed} or a loop over the {@link Receiver}.
 */
public class ChannelClosedException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what was tried
     */
    public ChannelClosedException(String message) {
        super(message);
    }
}
