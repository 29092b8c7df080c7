/** What is open, saturated, draining or stuck in a runtime, as an object and as JSON. */
@NullMarked
package dev.deft.health;

import org.jspecify.annotations.NullMarked;
