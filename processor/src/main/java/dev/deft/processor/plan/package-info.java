/** Decides what a wrapper looks like: in which order its words nest, and what everything in it is called. */
@org.jspecify.annotations.NullMarked
package dev.deft.processor.plan;
