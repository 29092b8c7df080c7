/** The state and the decisions behind the words: no policy starts a thread, and each is handed its time. */
@NullMarked
package dev.deft.policy;

import org.jspecify.annotations.NullMarked;
