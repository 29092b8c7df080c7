package dev.deft.samples.linkcheck.documents;

/**
 * Where a link stands.
 *
 * @param document the document, as a reader of the report should see it
 * @param line the line in it, counted from 1, or 0 if there are no lines
 */
public record Place(String document, int line) {
    /** The place of what was given on the command line itself. */
    public static final Place COMMAND_LINE = new Place("(command line)", 0);

    @Override
    public String toString() {
        return line > 0 ? document + ":" + line : document;
    }
}
