package dev.deft.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** What a task and all that it starts have in common; apart from their scopes, so that it keeps none of them. */
final class Trace {
    private static final VarHandle ID;

    static {
        try {
            ID = MethodHandles.lookup().findVarHandle(Trace.class, "id", String.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile @Nullable String id;

    /** One whose identity is made when it is first asked for. */
    Trace() {}

    /** One that came from elsewhere. */
    Trace(String id) {
        this.id = id;
    }

    String id() {
        String present = id;
        if (present != null) {
            return present;
        }
        String made = Ids.trace();
        String witness = (String) ID.compareAndExchange(this, (String) null, made);
        return witness == null ? made : witness;
    }
}
