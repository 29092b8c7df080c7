package dev.deft.processor.model;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The place in the user's code that something was read from, as exactly as it is known.
 *
 * @param element the element that bears the annotation, directly or through a composed one
 * @param mirror the annotation on that element; for a composed word the composed annotation
 * @param value the attribute's value, when it is written there
 */
public record Origin(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value) {
    /** The place of an element as a whole. */
    public static Origin of(Element element) {
        return new Origin(element, null, null);
    }

    /** The place of an annotation as a whole. */
    public static Origin of(Element element, AnnotationMirror mirror) {
        return new Origin(element, mirror, null);
    }

    /**
     * The place of one of the annotation's attributes, when it is written there; else the annotation's. A composed
     * annotation is one place: what it stands for is written elsewhere.
     */
    public Origin at(String attribute) {
        if (mirror == null) {
            return this;
        }
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                .findFirst()
                .map(entry -> new Origin(element, mirror, entry.getValue()))
                .orElse(this);
    }

    /** Whether the annotation there says something of this attribute. */
    public boolean has(String attribute) {
        return mirror != null
                && mirror.getElementValues().keySet().stream()
                        .anyMatch(key -> key.getSimpleName().contentEquals(attribute));
    }
}
