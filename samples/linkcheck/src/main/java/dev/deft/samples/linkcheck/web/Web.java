package dev.deft.samples.linkcheck.web;

import java.io.IOException;
import java.net.URI;

/** The web, one request at a time. A test can put something else in its place. */
public interface Web {
    /**
     * Asks for a page and returns as soon as the answer's head is there, without following redirects.
     *
     * @throws IOException if there is no answer
     * @throws InterruptedException if the thread was interrupted; the request is given up
     */
    Answer ask(Method method, URI url) throws IOException, InterruptedException;

    /** How to ask. */
    enum Method {
        HEAD,
        GET
    }
}
