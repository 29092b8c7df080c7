package dev.deft.metrics;

/** The tags of meters; each has a handful of values, or as many as an application has methods, words and pools. */
public final class MeterTags {
    /** Short name of what is called, such as {@code PaymentService.charge}. */
    public static final String TASK = "task";

    /**
     * Of {@link DeftMeter#CALLS}: {@code succeeded}, {@code failed}, {@code rejected}, {@code timed_out}, {@code deadline},
     * {@code panicked} or {@code cancelled}.
     */
    public static final String OUTCOME = "outcome";

    /** Of {@link DeftMeter#REJECTIONS}: {@code limit}, {@code rate}, {@code circuit} or {@code other}. */
    public static final String REASON = "reason";

    /** The word of the policy, as in settings, such as {@code limit} or {@code adaptiveLimit}. */
    public static final String WORD = "word";

    /** Which of the task's policies of this word it is, in the order written, from 1. */
    public static final String ORDINAL = "ordinal";

    /**
     * Of {@link DeftMeter#CIRCUIT_STATE}: {@code closed}, {@code open}, {@code half_open}, {@code forced_open},
     * {@code forced_closed} or {@code disabled}.
     */
    public static final String STATE = "state";

    /** Name of a pool. */
    public static final String POOL = "pool";

    private MeterTags() {}
}
