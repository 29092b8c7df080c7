/** Writes what was planned, as Java source; decides nothing. */
@org.jspecify.annotations.NullMarked
package dev.deft.processor.write;
