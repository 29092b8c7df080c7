/** What every test of the processor needs: compile sources under javac or ecj, look at the outcome, run it. */
package dev.deft.processor.testing;
