/** Go's channels and select, for virtual threads. */
@NullMarked
package dev.deft.channel;

import org.jspecify.annotations.NullMarked;
