/** The annotation processor: discovers annotated classes, checks them, plans their wrappers and writes them. */
@NullMarked
package dev.deft.processor;

import org.jspecify.annotations.NullMarked;
