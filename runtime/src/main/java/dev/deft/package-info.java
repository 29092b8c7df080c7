/** What users of tasks touch: the runtime itself, tasks, their context and their failures. */
@NullMarked
package dev.deft;

import org.jspecify.annotations.NullMarked;
