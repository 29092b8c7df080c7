/** Events of the JDK Flight Recorder for what happens to tasks. */
@NullMarked
package dev.deft.jfr;

import org.jspecify.annotations.NullMarked;
