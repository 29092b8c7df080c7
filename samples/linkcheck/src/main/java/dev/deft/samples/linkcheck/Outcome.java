package dev.deft.samples.linkcheck;

/** How the check of a link ended, worst first. */
public enum Outcome {
    /** There is nothing where the link points. */
    BROKEN(true),
    /** No usable answer, however often it was asked for. */
    UNREACHABLE(true),
    /** The run was cancelled before this link's turn was over. */
    CANCELLED(false),
    /** A link of a kind that is not checked, such as a mail address. */
    SKIPPED(false),
    /** Fine, but the page lives elsewhere now. */
    REDIRECTED(false),
    /** Fine. */
    OK(false);

    private final boolean problem;

    Outcome(boolean problem) {
        this.problem = problem;
    }

    /** Whether somebody should mend this link. */
    public boolean isProblem() {
        return problem;
    }
}
