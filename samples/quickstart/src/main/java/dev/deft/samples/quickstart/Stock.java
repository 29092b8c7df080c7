package dev.deft.samples.quickstart;

import dev.deft.annotation.Retry;
import java.io.IOException;

/** {@code @RemoteCall}: a composed word in use. */
public class Stock {
    private final Server server;

    /** The stock that {@code server} knows. */
    public Stock(Server server) {
        this.server = server;
    }

    // tag::composed-use[]
    @RemoteCall
    public String count(String product) throws IOException {
        return server.get("stock of " + product);
    }

    /** What stands on the method itself wins: no second attempt here. */
    @RemoteCall
    @Retry(attempts = 1)
    public String reserve(String product) throws IOException {
        return server.put("reservation of " + product);
    }
    // end::composed-use[]
}
