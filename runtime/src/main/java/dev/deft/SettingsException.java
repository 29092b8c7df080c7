package dev.deft;

import java.util.List;

/** Settings that cannot be: the message tells of every mistake that was found, and what there is instead. */
public final class SettingsException extends DeftException {
    private static final long serialVersionUID = 1;

    /** What is wrong, in the order in which it was found. */
    private final String[] problems;

    /**
     * Of several mistakes at once.
     *
     * @param what what they were found in, for the first line of the message
     * @param problems what is wrong, at least one
     */
    public SettingsException(String what, List<String> problems) {
        super(what + ":\n  " + String.join("\n  ", problems), null);
        this.problems = problems.toArray(String[]::new);
    }

    /**
     * What is wrong.
     *
     * @return one text for each mistake, which begins with the setting
     */
    public List<String> problems() {
        return List.of(problems);
    }
}
