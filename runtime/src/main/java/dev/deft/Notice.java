package dev.deft;

/** Who takes notice of a task's failure, as far as the task knows; null stands for nobody. */
sealed interface Notice permits Notice.Taken, Notice.Deaf, UnseenFailure {
    /** Somebody has seen the outcome, or will be told. */
    enum Taken implements Notice {
        /** The only one. */
        TAKEN
    }

    /**
     * Some wait for the task that do not care for a failure.
     *
     * @param callbacks how many
     */
    record Deaf(int callbacks) implements Notice {}
}
