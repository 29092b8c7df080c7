/** What tests of tasks need: virtual time, recordings, faults, plans, and a check that nothing is left behind. */
@NullMarked
package dev.deft.testing;

import org.jspecify.annotations.NullMarked;
