/** What can be wrong with the user's code, in what words it is said, and where it is shown. */
@NullMarked
package dev.deft.processor.report;

import org.jspecify.annotations.NullMarked;
