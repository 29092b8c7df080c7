package dev.deft.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A circuit breaker changed. */
@Name("dev.deft.CircuitChange")
@Label("Circuit Change")
@Description("A circuit breaker changed")
final class CircuitJfrEvent extends CallJfrEvent {
    @Label("From")
    String before = "";

    @Label("To")
    String after = "";
}
