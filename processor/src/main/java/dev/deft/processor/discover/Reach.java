package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.report.AnnotationText;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;

/** Whether a wrapper in the same package can speak of a type at all. */
final class Reach {
    private Reach() {}

    /** Reports what stands in the way. */
    static boolean check(TypeElement root, Origin place, Problems problems) {
        String quoted = place.mirror() == null ? "@Tasks" : AnnotationText.of(place.mirror());
        for (Element at = root; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                problems.add(Problem.TYPE_PRIVATE, place, quoted, root.getSimpleName(), at.getSimpleName());
                return false;
            }
        }
        Set<String> variables = new HashSet<>();
        for (Element at = root; at instanceof TypeElement type; at = at.getEnclosingElement()) {
            for (TypeParameterElement variable : type.getTypeParameters()) {
                if (!variables.add(variable.getSimpleName().toString())) {
                    problems.add(Problem.TYPE_VARIABLE_TWICE, place, root.getSimpleName(), variable.getSimpleName());
                    return false;
                }
            }
            if (!isInner(type)) {
                break;
            }
        }
        return true;
    }

    /** Whether its objects belong to one of the type around it, whose type parameters it therefore shares. */
    private static boolean isInner(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                && type.getKind() == ElementKind.CLASS
                && !outer.getKind().isInterface()
                && !type.getModifiers().contains(Modifier.STATIC);
    }
}
