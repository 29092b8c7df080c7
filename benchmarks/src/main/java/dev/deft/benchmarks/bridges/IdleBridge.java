package dev.deft.benchmarks.bridges;

import dev.deft.Deft;
import dev.deft.TaskEvent;
import dev.deft.TaskListener;

/** Somebody is told, and looks away. */
final class IdleBridge implements Bridge, TaskListener {
    @Override
    public void on(TaskEvent event) {}

    @Override
    public Deft.Builder addTo(Deft.Builder builder) {
        return builder.listener(this);
    }

    @Override
    public int byHand(Body body, int value) throws Exception {
        return body.call(value);
    }
}
