package dev.deft.processor.report;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/** Annotations that are repeated reach a processor inside a container, which is not in the source. */
final class Repeated {
    private Repeated() {}

    /** Where an annotation stands in what may be its container, counted from 0; or -1. */
    static int position(AnnotationMirror container, AnnotationMirror mirror) {
        for (AnnotationValue value : container.getElementValues().values()) {
            if (value.getValue() instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof AnnotationValue item && mirror.equals(item.getValue())) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }
}
