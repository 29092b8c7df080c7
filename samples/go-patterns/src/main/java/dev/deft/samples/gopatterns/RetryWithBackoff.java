package dev.deft.samples.gopatterns;

import dev.deft.annotation.Retry;
import java.io.IOException;

/** Another attempt after 1, 2, 4 and 8 seconds. */
public class RetryWithBackoff implements Pattern {
    private final Stage stage;
    private int calls;

    RetryWithBackoff(Stage stage) {
        this.stage = stage;
    }

    /** Takes 15 seconds. */
    public static void main(String[] arguments) {
        Stage.show(RetryWithBackoff::new);
    }

    @Override
    public void show() throws IOException {
        // tag::call[]
        RetryWithBackoffTasks pages = new RetryWithBackoffTasks(this, stage.deft());
        stage.say(pages.fetch("index.html"));
        // end::call[]
    }

    // tag::retry[]
    @Retry(attempts = 5, delay = "1s")
    String fetch(String page) throws IOException {
        calls++;
        stage.say("attempt %d", calls);
        if (calls < 5) {
            throw new IOException("the server is busy");
        }
        return page + " is here";
    }
    // end::retry[]
}
