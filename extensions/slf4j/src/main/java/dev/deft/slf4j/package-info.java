/** A log line for each event of a task, and its identity in the lines that its body writes. */
@NullMarked
package dev.deft.slf4j;

import org.jspecify.annotations.NullMarked;
