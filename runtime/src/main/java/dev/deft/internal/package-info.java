/** What the packages of the runtime share and nobody else sees: how threads wait, how contexts end, who interrupts. */
@NullMarked
package dev.deft.internal;

import org.jspecify.annotations.NullMarked;
