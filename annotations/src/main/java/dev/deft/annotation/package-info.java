/** The words of Deft: each annotation says one thing about how a method runs as a task. */
@NullMarked
package dev.deft.annotation;

import org.jspecify.annotations.NullMarked;
