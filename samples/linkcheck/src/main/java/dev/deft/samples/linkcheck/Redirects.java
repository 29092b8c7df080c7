package dev.deft.samples.linkcheck;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The way from a link to the page that it ends at, which need not exist. */
final class Redirects {
    private static final int MOST = 10;

    private final Set<URI> visited = new LinkedHashSet<>();
    private URI current;
    private String problem = "";

    Redirects(URI start) {
        current = start;
        visited.add(start);
    }

    /** Where the way has led so far. */
    URI current() {
        return current;
    }

    boolean any() {
        return visited.size() > 1;
    }

    /** Goes on to {@code location}; if that leads nowhere, returns false and {@link #problem()} says why. */
    boolean follow(String location) {
        URI next;
        try {
            next = withoutFragment(current.resolve(location));
        } catch (IllegalArgumentException e) {
            problem = "redirects to " + location + ", which is not a valid address";
            return false;
        }
        if (next.getHost() == null || !next.getScheme().matches("(?i)https?")) {
            problem = "redirects to " + next + ", which is not on the web";
        } else if (visited.contains(next)) {
            problem = "redirects in a circle " + this + " -> " + next;
        } else if (visited.size() > MOST) {
            problem = "redirects more than " + MOST + " times";
        } else {
            visited.add(next);
            current = next;
            return true;
        }
        return false;
    }

    String problem() {
        return problem;
    }

    /** The stops after the first, each behind an arrow. */
    @Override
    public String toString() {
        return visited.stream().skip(1).map(stop -> "-> " + stop).collect(Collectors.joining(" "));
    }

    private static URI withoutFragment(URI url) {
        String text = url.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? url : URI.create(text.substring(0, hash));
    }
}
