package dev.deft;

/** When the next run of a ticker is due. For one thread. */
interface Timetable {
    /** Returned when there is none. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Asked before the first run, and after each.
     *
     * @return how long from now, in nanoseconds: zero or less if it is due; {@link #NEVER}
     */
    long untilNext();
}
