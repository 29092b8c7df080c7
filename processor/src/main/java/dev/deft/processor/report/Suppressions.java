package dev.deft.processor.report;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * {@code @SuppressWarnings("DEFTnnn")}, on an element or on anything around it. {@code "all"} names every code, as it does
 * for Eclipse's compiler and for Error Prone.
 */
public final class Suppressions {
    private Suppressions() {}

    /** Whether warnings of this code are unwanted there. */
    public static boolean silence(String code, @Nullable Element element) {
        for (Element at = element; at != null; at = at.getEnclosingElement()) {
            for (AnnotationMirror mirror : at.getAnnotationMirrors()) {
                if (isSuppression(mirror)
                        && mirror.getElementValues().values().stream().anyMatch(value -> names(value, code))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSuppression(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals("java.lang.SuppressWarnings");
    }

    private static boolean names(AnnotationValue value, String code) {
        return value.getValue() instanceof List<?> values
                ? values.stream().anyMatch(each -> each instanceof AnnotationValue one && names(one, code))
                : code.equals(value.getValue()) || "all".equals(value.getValue());
    }
}
