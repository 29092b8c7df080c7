package dev.deft.samples.orders;

import static dev.deft.annotation.Word.LIMIT;
import static dev.deft.annotation.Word.TIMEOUT;

import dev.deft.annotation.Jitter;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Nesting;
import dev.deft.annotation.Retry;
import dev.deft.annotation.TaskPolicy;
import dev.deft.annotation.Timeout;

/**
 * How this program calls its database: on a few connections, a moment each, and again after what will pass. All calls
 * share the connections. The wait for one is not held against a call: the limit stands outside the timeout.
 */
// tag::composed[]
@TaskPolicy
@Retry(attempts = 8, delay = "5ms", maxDelay = "100ms", jitter = Jitter.FULL, when = "isTransient")
@Limit(value = DatabaseCall.CONNECTIONS, name = "connections")
@Timeout("500ms")
@Nesting({LIMIT, TIMEOUT})
@interface DatabaseCall {
    /** How many connections may be open at once. */
    int CONNECTIONS = 8;
}
// end::composed[]
