package dev.deft.jfr;

import dev.deft.TaskEvent;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;

/** What all events of calls have in common. The recorder reads the fields, which is why they are not private. */
@Category("Deft")
@StackTrace(false)
abstract class CallJfrEvent extends Event {
    @Label("Task")
    @Description("What is called")
    String task = "";

    @Label("Task Id")
    @Description("Identity of the call")
    String taskId = "";

    @Label("Trace Id")
    @Description("Identity of the whole of which the call is a part")
    String traceId = "";

    @Label("Attempt")
    @Description("Number of the attempt, from 1")
    int attempt;

    /** Takes over what is known of the call. */
    final void of(TaskEvent event) {
        task = event.name().toString();
        taskId = event.context().id();
        traceId = event.context().traceId();
        attempt = event.context().attempt();
    }
}
