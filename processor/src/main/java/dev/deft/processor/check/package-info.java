/** The rules of the language, one a file, held against the model. A rule collects problems; it never stops early. */
@NullMarked
package dev.deft.processor.check;

import org.jspecify.annotations.NullMarked;
