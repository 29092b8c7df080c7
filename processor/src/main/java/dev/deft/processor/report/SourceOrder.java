package dev.deft.processor.report;

import dev.deft.processor.model.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a reader meets the places of what was found: stages and rules find it in another. It is told from the
 * elements alone, since not every compiler shows positions.
 */
final class SourceOrder {
    private final Map<Element, Integer> outermost = new HashMap<>();

    private SourceOrder() {}

    /** The findings by their places in their file, and files in the order in which they were met first. */
    static List<Finding> of(List<Finding> findings) {
        if (findings.size() < 2) {
            return findings; // costs nothing where nothing is to be ordered
        }
        SourceOrder order = new SourceOrder();
        return findings.stream()
                .map(finding -> Map.entry(finding, order.place(finding.origin())))
                .sorted(Map.Entry.comparingByValue(Arrays::compare))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Steps from the file inwards; what stands on an element comes before its name, and that before its members. */
    private int[] place(Origin origin) {
        List<Integer> steps = new ArrayList<>();
        addSteps(origin.element(), steps);
        AnnotationMirror mirror = origin.mirror();
        if (mirror == null) {
            steps.add(-1);
        } else {
            addSteps(origin.element().getAnnotationMirrors(), mirror, steps);
            steps.add(valueIn(mirror, origin.value()));
        }
        return steps.stream().mapToInt(Integer::intValue).toArray();
    }

    private void addSteps(Element element, List<Integer> steps) {
        Element around = element.getEnclosingElement();
        if (around == null || around instanceof PackageElement) {
            steps.add(outermost.computeIfAbsent(element, first -> outermost.size()));
        } else {
            addSteps(around, steps);
            List<? extends Element> members =
                    around instanceof ExecutableElement method ? method.getParameters() : around.getEnclosedElements();
            steps.add(members.indexOf(element));
        }
    }

    private static void addSteps(
            List<? extends AnnotationMirror> onElement, AnnotationMirror mirror, List<Integer> steps) {
        for (int i = 0; i < onElement.size(); i++) {
            int position = onElement.get(i).equals(mirror) ? 0 : Repeated.position(onElement.get(i), mirror);
            if (position >= 0) {
                steps.add(i - onElement.size() - 1);
                steps.add(position);
                return;
            }
        }
    }

    private static int valueIn(AnnotationMirror mirror, @Nullable AnnotationValue value) {
        List<AnnotationValue> values = new ArrayList<>(mirror.getElementValues().values());
        for (int i = 0; i < values.size(); i++) {
            boolean isItem = values.get(i).getValue() instanceof List<?> items && items.contains(value);
            if (isItem || values.get(i).equals(value)) {
                return i;
            }
        }
        return -1;
    }
}
