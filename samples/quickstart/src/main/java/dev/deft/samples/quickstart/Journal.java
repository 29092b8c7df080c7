package dev.deft.samples.quickstart;

import dev.deft.time.TimeSource;
import java.io.PrintStream;
import java.util.Locale;

/** Prints what happens, with the time since the chapter's beginning. */
public final class Journal {
    private final TimeSource time;
    private final PrintStream out;
    private volatile long beginning;

    /** A journal of what happens in {@code time}. */
    public Journal(TimeSource time, PrintStream out) {
        this.time = time;
        this.out = out;
    }

    /** Begins a chapter; its time starts at zero. */
    public void chapter(String title) {
        beginning = time.nanoTime();
        out.printf("%n%s%n", title);
    }

    /** Writes down what has just happened. */
    public void say(String format, Object... values) {
        double seconds = (time.nanoTime() - beginning) / 1e9;
        out.printf(Locale.ROOT, "  %5.1f s  %s%n", seconds, String.format(Locale.ROOT, format, values));
    }

    /** The time in which it all happens. */
    public TimeSource time() {
        return time;
    }
}
