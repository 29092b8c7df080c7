/** What Deft costs at compile time, beside plain code and beside wrappers written by hand. */
package dev.deft.benchmarks.compiletime;
