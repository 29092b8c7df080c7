package dev.deft.samples.gopatterns;

import dev.deft.Deft;
import dev.deft.time.TimeSource;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** Where patterns are shown: a runtime, its time, and a console on which each line says when it was written. */
public final class Stage {
    private final Deft deft;
    private final long beginning;

    private Stage(Deft deft) {
        this.deft = deft;
        this.beginning = deft.time().nanoTime();
    }

    /** Shows a pattern as it happens: a wait of a second takes a second. */
    public static void show(Function<Stage, Pattern> pattern) {
        show(pattern, TimeSource.system());
    }

    /** Shows a pattern in no time: all waits are as long as they say, but on a time of their own. */
    public static void showInNoTime(Function<Stage, Pattern> pattern) {
        show(pattern, new VirtualTime());
    }

    private static void show(Function<Stage, Pattern> pattern, TimeSource time) {
        // tag::main[]
        try (Deft deft = Deft.builder().time(time).build()) {
            Deft.main(deft, () -> pattern.apply(new Stage(deft)).show());
        }
        // end::main[]
    }

    /** The runtime of what is shown. */
    public Deft deft() {
        return deft;
    }

    /** The time in which it is shown. */
    public TimeSource time() {
        return deft.time();
    }

    /** Lets so much time pass. */
    public void sleep(Duration duration) throws InterruptedException {
        time().sleep(duration);
    }

    /** The time since the beginning, in seconds. */
    public double seconds() {
        return (time().nanoTime() - beginning) / 1e9;
    }

    /** Prints a line. */
    public void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds(), line);
    }
}
