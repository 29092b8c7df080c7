package dev.deft.benchmarks.bridges;

import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Events with what those of Deft have. */
@StackTrace(false)
@Enabled(false)
abstract class HandEvent extends Event {
    String task = "";
    String taskId = "";
    String traceId = "";
    int attempt;
    String failure;

    final void of(String thrown) {
        task = Watched.NAME;
        taskId = Identity.ofTask();
        traceId = Identity.ofTrace();
        attempt = 1;
        failure = thrown;
    }

    final void identifyAs(HandEvent other) {
        task = other.task;
        taskId = other.taskId;
        traceId = other.traceId;
        attempt = other.attempt;
        failure = other.failure;
    }

    /** From the begin to the end. */
    @Name("hand.Task")
    static final class Call extends HandEvent {}

    /** The one attempt. */
    @Name("hand.Attempt")
    static final class Attempt extends HandEvent {}
}
