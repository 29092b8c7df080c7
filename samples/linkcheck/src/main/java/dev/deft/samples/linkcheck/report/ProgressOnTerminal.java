package dev.deft.samples.linkcheck.report;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that grows in place. It is gone when the run is over. */
public final class ProgressOnTerminal implements Progress {
    private final ProgressBar bar;

    public ProgressOnTerminal(int total, PrintStream terminal) {
        bar = new ProgressBarBuilder()
                .setTaskName("Checking")
                .setInitialMax(total)
                .setUnit(" links", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setConsumer(new OneLine(terminal))
                .build();
    }

    @Override
    public void step() {
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }

    /**
     * Writes each state of the bar over the one before.
     *
     * <p>The library's own consumer opens the terminal through JLine, which takes the handling of Ctrl-C away from the
     * JVM, and with it the shutdown hooks that cancel our tasks.
     */
    private record OneLine(PrintStream terminal) implements ProgressBarConsumer {
        private static final int WIDTH = 79;

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String rendered) {
            terminal.print("\r" + rendered);
            terminal.flush();
        }

        @Override
        public void clear() {
            terminal.print("\r" + " ".repeat(WIDTH) + "\r");
            terminal.flush();
        }

        @Override
        public void close() {
            clear();
        }
    }
}
