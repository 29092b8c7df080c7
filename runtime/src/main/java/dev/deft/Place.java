package dev.deft;

/** How a task comes by one of the places of its group, if those are limited. */
enum Place {
    /** It is taken before the task starts; the starter waits for it. */
    TAKE,
    /** It was taken for the task. */
    TAKEN,
    /** The task takes it itself, and waits for it. */
    LATER
}
