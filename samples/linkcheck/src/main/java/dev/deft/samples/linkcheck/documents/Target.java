package dev.deft.samples.linkcheck.documents;

import java.net.URI;
import java.nio.file.Path;

/** What a link points at. Two links to the same thing have equal targets, and are checked once. */
public sealed interface Target {
    /**
     * A page on the web.
     *
     * @param url its address, normalised and without a fragment, which never reaches a server
     */
    record OnWeb(URI url) implements Target {
        @Override
        public String toString() {
            return url.toString();
        }
    }

    /**
     * A file or folder on this disk.
     *
     * @param file its path
     * @param fragment the anchor in it, or empty
     * @param label the path as a reader of the report should see it
     */
    record OnDisk(Path file, String fragment, String label) implements Target {
        @Override
        public boolean equals(Object other) {
            return other instanceof OnDisk that && file.equals(that.file) && fragment.equals(that.fragment);
        }

        @Override
        public int hashCode() {
            return 31 * file.hashCode() + fragment.hashCode();
        }

        @Override
        public String toString() {
            return fragment.isEmpty() ? label : label + "#" + fragment;
        }
    }

    /**
     * Something that cannot be checked: a mail address, say.
     *
     * @param destination the link as written
     * @param scheme its scheme, in lower case
     */
    record Unchecked(String destination, String scheme) implements Target {
        @Override
        public String toString() {
            return destination;
        }
    }

    /**
     * Nothing: the link is not well-formed.
     *
     * @param destination the link as written
     * @param reason what is wrong with it
     */
    record Malformed(String destination, String reason) implements Target {
        @Override
        public String toString() {
            return destination.isEmpty() ? "(empty)" : destination;
        }
    }

    /** Whether a link begins with a scheme, such as {@code https:}, and so is not relative. */
    static boolean hasScheme(String destination) {
        return !schemeOf(destination).isEmpty();
    }

    /** The scheme of a link as RFC 3986 has it, without its colon, or empty. */
    static String schemeOf(String destination) {
        for (int i = 0; i < destination.length(); i++) {
            char c = destination.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean inner = i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
            if (c == ':') {
                return destination.substring(0, i);
            }
            if (!letter && !inner) {
                return "";
            }
        }
        return "";
    }
}
