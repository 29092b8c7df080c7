package dev.deft.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A task or synchronous call, from its begin to its end. */
@Name("dev.deft.Task")
@Label("Task")
@Description("A task or synchronous call under policies; its attempt is the last")
final class TaskJfrEvent extends CallJfrEvent {
    @Label("Outcome")
    @Description("SUCCEEDED, FAILED or CANCELLED")
    String outcome = "";

    @Label("Failure")
    @Nullable
    String failure;
}
