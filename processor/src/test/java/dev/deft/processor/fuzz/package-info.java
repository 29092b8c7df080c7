/** Random annotated programs: whatever is legal Java is either wrapped cleanly or refused with a code of ours. */
@org.jspecify.annotations.NullMarked
package dev.deft.processor.fuzz;
