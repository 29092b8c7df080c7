package dev.deft.processor.model;

import java.time.Duration;

/**
 * A duration as the user wrote it and what it means.
 *
 * @param text as written
 * @param duration its length
 */
public record Span(String text, Duration duration) {}
