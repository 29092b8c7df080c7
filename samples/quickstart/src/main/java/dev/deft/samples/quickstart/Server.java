package dev.deft.samples.quickstart;

import java.io.FileNotFoundException;
import java.io.IOException;

/** Something far away that fails as often as it is told to, and tells about each call. */
public final class Server {
    private final Journal journal;
    private int failures;
    private int pings;

    /** A server that tells about its calls. */
    public Server(Journal journal) {
        this.journal = journal;
    }

    /** Lets the next so many calls fail. */
    public Server failing(int times) {
        failures = times;
        return this;
    }

    String put(String file) throws IOException {
        answer("put " + file);
        return "stored";
    }

    String get(String file) throws IOException {
        answer("get " + file);
        if (file.startsWith("missing")) {
            throw new FileNotFoundException(file);
        }
        if (file.startsWith("secret")) {
            throw new IOException("forbidden");
        }
        return "contents of " + file;
    }

    String status(String file) {
        journal.say("status of %s", file);
        return failures-- > 0 ? "pending" : "ready";
    }

    String delete(String file) throws IOException {
        answer("delete " + file);
        return "deleted";
    }

    String list() throws IOException {
        answer("list");
        return "empty";
    }

    /** Too frequent to be told of one by one. */
    String ping() throws IOException {
        pings++;
        if (failures-- > 0) {
            throw new IOException("unavailable");
        }
        return "pong";
    }

    int pings() {
        return pings;
    }

    private void answer(String request) throws IOException {
        if (failures-- > 0) {
            journal.say("%s: unavailable", request);
            throw new IOException("unavailable");
        }
        journal.say("%s", request);
    }
}
