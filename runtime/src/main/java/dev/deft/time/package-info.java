/** The one way to sleep, to read a clock and to schedule. */
@NullMarked
package dev.deft.time;

import org.jspecify.annotations.NullMarked;
