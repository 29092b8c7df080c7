package dev.deft.samples.gopatterns;

import dev.deft.Task;
import dev.deft.annotation.Scheduled;
import java.time.Duration;

/** A ticker that ticks until its task is cancelled. */
public class Ticker implements Pattern {
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
        Task<Void> ticker = new TickerTasks(this, stage.deft()).scheduleTick();
        stage.sleep(Duration.ofMillis(3_500));
        ticker.cancel(true);
        // end::cancel[]
        ticker.terminated().join();
        stage.say("the ticker is %s", ticker.status());
    }

    // tag::ticker[]
    @Scheduled(every = "1s")
    void tick() {
        stage.say("tick");
    }
    // end::ticker[]
}
