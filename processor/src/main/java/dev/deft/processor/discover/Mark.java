package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.report.AnnotationText;
import javax.lang.model.element.AnnotationMirror;

/**
 * An annotation of Deft's as it reaches an element, not yet read.
 *
 * @param word its simple name
 * @param mirror the annotation itself, wherever it is written
 * @param origin the place to speak of: the annotation, or the composed annotation that brings it
 */
record Mark(String word, AnnotationMirror mirror, Origin origin) {
    /** As a reader should see it. */
    String text() {
        return AnnotationText.of(mirror);
    }

    /** The same, seen from a place further off. */
    Mark at(Origin elsewhere) {
        return new Mark(word, mirror, elsewhere);
    }
}
