package dev.deft.annotation;

/** What a wrapper is beside the class that it wraps. */
public enum Form {
    /** An object of its own, which calls an object of the class. Calls from inside the class go past it. */
    WRAPPER,

    /**
     * A subclass that overrides the annotated methods, so that calls from inside the class go through their words too. Its
     * constructors are those of the class, each with a {@code Deft} as its last parameter.
     */
    SUBCLASS
}
