/** Very many tasks at once: what they hold while they wait, and that nothing of them stays when they have ended. */
package dev.deft.benchmarks.scale;
