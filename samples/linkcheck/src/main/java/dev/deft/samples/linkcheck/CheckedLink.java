package dev.deft.samples.linkcheck;

import dev.deft.samples.linkcheck.documents.Link;

/**
 * A link and what became of it.
 *
 * @param link the link
 * @param result how its check ended
 * @param attempts how often the web was asked; 0 if it did not have to be, or never came to it
 */
public record CheckedLink(Link link, CheckResult result, int attempts) {
    public Outcome outcome() {
        return result.outcome();
    }
}
