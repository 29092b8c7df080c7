package dev.deft.samples.gopatterns;

import dev.deft.Task;
import java.time.Duration;

/** A ticker that ticks until its task is cancelled. */
public final class Ticker implements Pattern {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Stage stage;

    Ticker(Stage stage) {
        this.stage = stage;
    }

    /** Takes three and a half seconds. */
    public static void main(String[] arguments) {
        Stage.show(Ticker::new);
    }

    @Override
    public void show() throws InterruptedException {
        // tag::cancel[]
        Task<Void> ticker = stage.deft().start("ticker", this::tick);
        stage.sleep(Duration.ofMillis(3_500));
        ticker.cancel(true);
        // end::cancel[]
        ticker.terminated().join();
        stage.say("the ticker is %s", ticker.status());
    }

    // tag::ticker[]
    private void tick() throws InterruptedException {
        long next = stage.time().nanoTime();
        while (true) {
            next += PERIOD.toNanos(); // from the last tick that was due, so that no tick's work shifts the next one
            stage.sleep(Duration.ofNanos(next - stage.time().nanoTime())); // cancellation ends it
            stage.say("tick");
        }
    }
    // end::ticker[]
}
