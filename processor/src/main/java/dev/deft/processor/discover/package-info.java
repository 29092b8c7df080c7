/**
 * From the user's elements and annotations to the model. Nothing beyond this package knows how words are written in
 * annotations, so that another way of writing them can be added beside it.
 */
@NullMarked
package dev.deft.processor.discover;

import org.jspecify.annotations.NullMarked;
