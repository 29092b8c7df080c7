/** Keeps the meters of tasks and their policies in a registry of Micrometer. */
@NullMarked
package dev.deft.micrometer;

import org.jspecify.annotations.NullMarked;
