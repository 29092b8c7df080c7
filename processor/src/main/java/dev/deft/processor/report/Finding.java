package dev.deft.processor.report;

import dev.deft.processor.model.Origin;

/**
 * A problem found somewhere.
 *
 * @param problem which
 * @param origin where
 * @param text the cause, in one line
 * @param fix the mend
 */
public record Finding(Problem problem, Origin origin, String text, String fix) {
    /** The whole message. */
    public String message() {
        return message(problem, text, fix);
    }

    /** A compiler shows the first line, then the place, then the rest, which javac indents by two more. */
    public static String message(Problem problem, String text, String fix) {
        return "[" + problem.code() + "] " + text + "\n  Fix: " + fix + "\n  See " + problem.page();
    }
}
