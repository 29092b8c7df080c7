package dev.deft.samples.linkcheck;

import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import java.io.PrintWriter;
import java.net.URI;

/** Tells of every attempt that failed, and of what comes next. */
final class AttemptLog implements TaskListener {
    private final PrintWriter out;

    AttemptLog(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void on(TaskEvent event) {
        URI url = event.context().get(LinkCheck.URL);
        switch (event) {
            case TaskEvent.AttemptFailed failed ->
                print(url + ": attempt " + failed.attempt() + " failed: " + Reasons.of(failed.failure()));
            case TaskEvent.RetryScheduled scheduled ->
                print(url + ": attempt " + scheduled.attempt() + " in "
                        + scheduled.delay().toMillis() + " ms");
            default -> {}
        }
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
