package dev.deft.processor.model;

/** How the body of an asynchronous method hands over its result. */
public enum StageKind {
    /** It returns it. */
    NONE,
    /** It returns a {@code CompletionStage} of it, such as a {@code CompletableFuture} or a {@code Task}. */
    STAGE,
    /** It returns a plain {@code Future} of it. */
    FUTURE
}
