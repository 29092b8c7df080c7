/** One vocabulary of meters for tasks and their policies, whatever library keeps them. */
@NullMarked
package dev.deft.metrics;

import org.jspecify.annotations.NullMarked;
