package dev.deft.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A call was turned away. */
@Name("dev.deft.Rejection")
@Label("Task Rejection")
@Description("A call was turned away")
final class RejectionJfrEvent extends CallJfrEvent {
    @Label("Reason")
    String reason = "";
}
