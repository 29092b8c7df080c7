package dev.deft.annotation;

/** Which side of a lock {@link Locked} takes. */
public enum LockMode {
    /** The whole lock: nobody else is inside. The same as {@link #WRITE}, for a lock that nobody reads under. */
    EXCLUSIVE,
    /**
     * The reading side: other readers may be inside, but no writer. Who reads may not begin to write: that is an
     * {@code IllegalStateException} instead of a deadlock.
     */
    READ,
    /** The writing side: nobody else is inside. Who writes may read as well. */
    WRITE
}
