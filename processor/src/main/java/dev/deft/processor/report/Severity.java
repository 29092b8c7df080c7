package dev.deft.processor.report;

/** How bad a problem is. */
public enum Severity {
    /** The code is refused, and its wrapper is only a stub. */
    ERROR,
    /** The code is accepted; {@code @SuppressWarnings("DEFTnnn")} silences it. */
    WARNING
}
