package dev.deft.samples.gopatterns;

import static dev.deft.channel.Select.receive;
import static dev.deft.channel.Select.select;
import static dev.deft.channel.Select.timeout;

import dev.deft.Task;
import dev.deft.TaskGroup;
import dev.deft.channel.Channel;
import dev.deft.channel.Receiver;
import java.time.Duration;

/** Tells that something is over: a task to whoever waits for it, and a channel to all who listen to it. */
public final class DoneSignal implements Pattern {
    private final Stage stage;

    DoneSignal(Stage stage) {
        this.stage = stage;
    }

    /** Takes three and a half seconds. */
    public static void main(String[] arguments) {
        Stage.show(DoneSignal::new);
    }

    @Override
    public void show() throws InterruptedException {
        // tag::task[]
        Task<Void> work = stage.deft().start("work", () -> stage.sleep(Duration.ofSeconds(1)));
        work.join(); // a task is its own signal
        // end::task[]
        stage.say("the work is done");

        // tag::close[]
        Channel<String> done = Channel.rendezvous(); // nothing is ever sent
        try (TaskGroup<Integer> group = stage.deft().group()) {
            for (int i = 0; i < 3; i++) {
                group.start("poll", () -> poll(done));
            }
            stage.sleep(Duration.ofMillis(2_500));
            done.close(); // tells all of them at once
            stage.say("polled %s times", group.await());
        }
        // end::close[]
    }

    // tag::poll[]
    /** Polls each second until it is told to stop; how often, it says in the end. */
    private static int poll(Receiver<String> done) {
        int polls = 0;
        while (select(
                receive(done, signal -> false, () -> false), //
                timeout(Duration.ofSeconds(1), () -> true))) {
            polls++;
        }
        return polls;
    }
    // end::poll[]
}
