package dev.deft;

/**
 * How cron expressions are written and what they mean: given to {@link Deft.Builder#cron}, an extension's usually. Safe for
 * use by any number of threads.
 */
@FunctionalInterface
public interface CronFormat {
    /**
     * Reads an expression.
     *
     * @param expression what a user wrote
     * @return its moments
     * @throws IllegalArgumentException if it is none; the message tells why
     */
    CronTimes read(String expression);
}
