/** Writes what was planned, as Java source and as JSON; decides nothing. */
@org.jspecify.annotations.NullMarked
package dev.deft.processor.write;
