package dev.deft.samples.linkcheck;

/** What the process can exit with. */
public final class ExitCode {
    /** All links are fine. */
    public static final int FINE = 0;

    /** Some links are broken, or could not be reached. */
    public static final int BROKEN_LINKS = 1;

    /** The command line is wrong, or some input could not be read. */
    public static final int BAD_INPUT = 2;

    /** Somebody pressed Ctrl-C; a shell expects 128 and the number of the signal. */
    public static final int CANCELLED = 130;

    private ExitCode() {}
}
