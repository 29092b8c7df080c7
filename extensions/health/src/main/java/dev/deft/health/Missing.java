package dev.deft.health;

/**
 * What calls cannot do without and do not have.
 *
 * @param task as it was given to {@link DeftHealth.Builder#needs}
 * @param reason what is wrong with it
 * @param detail the same for people, with what there is instead
 */
public record Missing(String task, Reason reason, String detail) {
    /** What is wrong. */
    public enum Reason {
        /** A circuit of it turns calls away. */
        OPEN,
        /**
         * No policy has this name: its wrapper is yet to be made, or the name is misspelt, or the method has no word that
         * keeps a state in the runtime.
         */
        UNKNOWN
    }
}
