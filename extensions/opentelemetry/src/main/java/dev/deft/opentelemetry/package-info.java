/** Traces, a span for each call and each attempt, across threads and processes; and metrics. */
@NullMarked
package dev.deft.opentelemetry;

import org.jspecify.annotations.NullMarked;
