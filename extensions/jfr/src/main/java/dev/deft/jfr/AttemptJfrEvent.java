package dev.deft.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** One attempt of a call. */
@Name("dev.deft.Attempt")
@Label("Task Attempt")
@Description("One attempt of a call, its waits included")
final class AttemptJfrEvent extends CallJfrEvent {
    @Label("Failure")
    @Description("What it failed with")
    @Nullable
    String failure;
}
