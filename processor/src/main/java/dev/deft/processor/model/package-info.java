/** What was read from the user's code: immutable, complete, and free of how it was written there. */
@org.jspecify.annotations.NullMarked
package dev.deft.processor.model;
