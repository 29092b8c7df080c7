package dev.deft.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A wait of a call, at a limit or before another attempt. */
@Name("dev.deft.Wait")
@Label("Task Wait")
@Description("A wait of a call, at a limit or before another attempt")
final class WaitJfrEvent extends CallJfrEvent {
    @Label("For")
    @Description("The limit, or \"another attempt\"")
    String waitedFor = "";

    @Label("Admitted")
    @Description("Whether the call could go on")
    boolean admitted;
}
