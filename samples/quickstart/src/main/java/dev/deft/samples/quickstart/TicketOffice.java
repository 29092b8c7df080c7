package dev.deft.samples.quickstart;

import dev.deft.annotation.Retry;
import dev.deft.annotation.Tasks;
import java.io.IOException;

/** What settings take the place of, and {@code @Tasks(pinned = true)}, which they leave alone. */
public class TicketOffice {
    private final Server server;

    /** The tickets that {@code server} sells. */
    public TicketOffice(Server server) {
        this.server = server;
    }

    // tag::overridden[]
    /** Two attempts, unless settings say otherwise. */
    @Retry(attempts = 2, delay = "1s")
    public String sell(String seat) throws IOException {
        return server.get("ticket for " + seat);
    }
    // end::overridden[]

    // tag::pinned[]
    /** A payment is never tried again, whatever anybody sets. */
    @Tasks(pinned = true)
    public static class Till {
        private final Server server;

        public Till(Server server) {
            this.server = server;
        }

        @Retry(attempts = 1)
        public String pay(String seat) throws IOException {
            return server.put("payment for " + seat);
        }
    }
    // end::pinned[]
}
