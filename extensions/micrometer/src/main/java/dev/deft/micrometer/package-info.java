/** One vocabulary of meters for tasks and their policies, with few and bounded tags. */
@NullMarked
package dev.deft.micrometer;

import org.jspecify.annotations.NullMarked;
