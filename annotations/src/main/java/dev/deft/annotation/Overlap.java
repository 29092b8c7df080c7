package dev.deft.annotation;

/** What becomes of the moments of a schedule that pass while a run takes too long. Runs never overlap. */
public enum Overlap {
    /** They are left out. */
    SKIP,
    /** They are made up for, at once and one after another, when the run has ended. */
    QUEUE
}
