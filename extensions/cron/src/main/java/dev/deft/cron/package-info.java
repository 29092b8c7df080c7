/** Cron expressions for {@code @Scheduled}, read by cron-utils. */
@NullMarked
package dev.deft.cron;

import org.jspecify.annotations.NullMarked;
