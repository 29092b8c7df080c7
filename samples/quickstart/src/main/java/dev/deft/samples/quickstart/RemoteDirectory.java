package dev.deft.samples.quickstart;

import dev.deft.annotation.Retry;
import dev.deft.annotation.Tasks;
import java.io.IOException;

/** {@code @Tasks}: a wrapper with a name of its own that is a {@link Directory}; a word for all methods of a class. */
// tag::tasks[]
@Tasks(name = "RetriedDirectory", as = Directory.class)
@Retry(attempts = 3, delay = "1s")
public class RemoteDirectory implements Directory {
    private final Server server;

    public RemoteDirectory(Server server) {
        this.server = server;
    }

    @Override
    public String phoneOf(String name) throws IOException {
        return server.get("phone of " + name);
    }

    /** What stands on the method replaces what stands on the class. */
    @Override
    @Retry(attempts = 2, delay = "5s")
    public String emailOf(String name) throws IOException {
        return server.get("email of " + name);
    }

    @Override
    public int size() {
        return 2;
    }
}
// end::tasks[]
