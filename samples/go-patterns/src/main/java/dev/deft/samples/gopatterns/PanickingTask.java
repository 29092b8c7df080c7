package dev.deft.samples.gopatterns;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.annotation.Async;
import dev.deft.micrometer.DeftMeters;
import dev.deft.slf4j.LogListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Locale;

/** A task that panics ends, and nothing else does: its service goes on, the log and a meter tell what happened. */
public class PanickingTask implements Pattern {
    private final Stage stage;

    PanickingTask(Stage stage) {
        this.stage = stage;
    }

    /** Takes no time. */
    public static void main(String[] arguments) {
        Stage.show(PanickingTask::new);
    }

    @Override
    public void show() {
        // tag::service[]
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (Deft deft = Deft.builder()
                .time(stage.time())
                .listener(new LogListener())
                .listener(new DeftMeters(registry))
                .build()) {
            PanickingTaskTasks service = new PanickingTaskTasks(this, deft);
            for (String request : List.of("hello", "boom", "world")) {
                Task<String> answer = service.handle(request);
                answer.terminated().join();
                stage.say("%s: %s", request, answer.status());
            }
        }
        stage.say("panics: %.0f", registry.get("deft.panics").counter().count());
        // end::service[]
    }

    // tag::panic[]
    @Async
    String handle(String request) {
        if (request.equals("boom")) {
            throw new AssertionError("this cannot happen");
        }
        return request.toUpperCase(Locale.ROOT);
    }
    // end::panic[]
}
