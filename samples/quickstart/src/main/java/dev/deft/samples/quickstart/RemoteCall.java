package dev.deft.samples.quickstart;

import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.TaskPolicy;
import dev.deft.annotation.Timeout;

/** A word of our own: how this program calls what is far away. */
// tag::composed[]
@TaskPolicy
@Retry(attempts = 5)
@Limit(10)
@Timeout("2s")
public @interface RemoteCall {}
// end::composed[]
