package dev.deft.processor.discover;

/** What a named method is for, and so what it may take besides the parameters of the annotated method. */
enum Role {
    /** Stands in for a result: {@code @Fallback}, {@code @Recover}. */
    HANDLER("handler", true, false, false),
    /** Runs when the body ends: {@code @Deferred}. */
    CLEANUP("cleanup", true, true, false),
    ON_SUCCESS("onSuccess", false, true, false),
    ON_FAILURE("onFailure", true, false, false),
    WHEN("when", true, false, true),
    WHILE_RESULT("whileResult", false, true, true),
    DELAY_FROM("delayFrom", true, false, true),
    ON_RETRY("onRetry", true, false, true);

    private final String label;
    final boolean takesFailure;
    final boolean takesResult;
    final boolean takesAttempt;

    Role(String label, boolean takesFailure, boolean takesResult, boolean takesAttempt) {
        this.label = label;
        this.takesFailure = takesFailure;
        this.takesResult = takesResult;
        this.takesAttempt = takesAttempt;
    }

    /** As it is called in messages. */
    String label() {
        return label;
    }

    /** Whether the result is its subject, so that a first parameter of that type is the result whatever its name. */
    boolean isAboutResult() {
        return this == ON_SUCCESS || this == WHILE_RESULT;
    }
}
