package dev.deft.policy;

import dev.deft.Deft;
import java.util.Objects;

/** The policies of one {@link Deft}. */
public final class Policies {
    private final Deft deft;

    /**
     * Called by {@link Deft} alone.
     *
     * @param deft the runtime that these belong to; it is not yet complete
     */
    public Policies(Deft deft) {
        this.deft = Objects.requireNonNull(deft, "deft");
    }

    Deft deft() {
        return deft;
    }
}
