package dev.deft.samples.linkcheck.report;

import java.io.PrintWriter;

/** Tells of each tenth of the way in a line of its own, for logs and pipes. */
public final class ProgressLines implements Progress {
    private static final int LINES = 10;

    private final PrintWriter out;
    private final int total;
    private int done;

    public ProgressLines(int total, PrintWriter out) {
        this.total = total;
        this.out = out;
    }

    @Override
    public synchronized void step() {
        int before = tenths();
        done++;
        if (tenths() > before) {
            out.println("checked " + done + " of " + total + (total == 1 ? " link" : " links"));
            out.flush();
        }
    }

    @Override
    public void close() {}

    private int tenths() {
        return (int) ((long) done * LINES / total);
    }
}
