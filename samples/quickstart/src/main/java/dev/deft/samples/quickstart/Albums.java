package dev.deft.samples.quickstart;

import dev.deft.annotation.Form;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Tasks;
import java.io.IOException;
import java.util.StringJoiner;

/** {@code @Tasks(form = SUBCLASS)}: what the class calls of its own goes through its words, too. */
// tag::subclass[]
@Tasks(form = Form.SUBCLASS)
public class Albums {
    private final Server server;

    public Albums(Server server) {
        this.server = server;
    }

    /** Bears no word; each of the songs is tried again by itself. */
    public String album(String... names) throws IOException {
        StringJoiner songs = new StringJoiner(", ");
        for (String name : names) {
            songs.add(song(name));
        }
        return songs.toString();
    }

    @Retry(attempts = 2, delay = "1s")
    protected String song(String name) throws IOException {
        return server.get(name);
    }
}
// end::subclass[]
