package dev.deft.samples.quickstart;

import dev.deft.annotation.Recover;

/** {@code @Recover}: a failure of the body becomes a result. */
public class Settings {
    // tag::recover[]
    @Recover(value = "standardPort", on = NumberFormatException.class)
    public int port(String text) {
        return Integer.parseInt(text);
    }

    int standardPort() {
        return 8080;
    }
    // end::recover[]
}
