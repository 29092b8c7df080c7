package dev.deft.processor.plan;

import dev.deft.processor.model.NamedMethod;
import java.util.Optional;

/** How the wrapper's method begins. */
public sealed interface Entry {
    /** It calls the method and does nothing else. */
    record Straight() implements Entry {}

    /**
     * It calls the first layer on the caller's thread.
     *
     * @param observed the private method for when somebody listens
     */
    record Synchronous(Layer.Observed observed) implements Entry {}

    /**
     * It hands the first layer to a new thread.
     *
     * @param pool the field of the pool that runs it; empty for a virtual thread
     * @param detached whether the task starts from a fresh context
     * @param deadline the field of the deadline that lies on the task itself
     * @param fallback what to do when that task has failed, its deadline passed
     */
    record Asynchronous(
            Optional<String> pool,
            boolean detached,
            Optional<String> deadline,
            Optional<Layer.Handled> fallback,
            Optional<NamedMethod> onSuccess,
            Optional<NamedMethod> onFailure)
            implements Entry {}
}
