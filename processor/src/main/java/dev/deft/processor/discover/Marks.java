package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what an element bears: its own annotations and those that composed annotations bring, to any depth. What
 * stands nearer wins; repeatable words from several composed annotations add up, others have to agree.
 */
final class Marks {
    private Marks() {}

    /** All marks of an element by word, each word's in source order. */
    static Map<String, List<Mark>> of(Element element, Problems problems) {
        return gather(element, null, List.of(), problems);
    }

    /** Whether an element bears anything of Deft's that is meant for methods. */
    static boolean bears(Element element) {
        return element.getAnnotationMirrors().stream().anyMatch(Marks::isMeantForMethods);
    }

    /** Whether an annotation is a word, repeated words, or stands for words. */
    static boolean isMeantForMethods(AnnotationMirror mirror) {
        return Vocabulary.word(mirror).filter(Vocabulary.ON_METHODS::contains).isPresent()
                || !Vocabulary.repeated(mirror).isEmpty()
                || Vocabulary.isComposed(mirror);
    }

    private static Map<String, List<Mark>> gather(
            Element element, @Nullable Origin from, List<TypeElement> path, Problems problems) {
        Map<String, List<Mark>> own = new LinkedHashMap<>();
        Map<TypeElement, Map<String, List<Mark>>> brought = new LinkedHashMap<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            Origin origin = from == null ? Origin.of(element, mirror) : from;
            Optional<String> word = Vocabulary.word(mirror).filter(Vocabulary.ON_METHODS::contains);
            if (word.isPresent()) {
                add(own, new Mark(word.get(), mirror, origin));
            }
            for (AnnotationMirror repeated : Vocabulary.repeated(mirror)) {
                Origin place = from == null ? Origin.of(element, repeated) : from;
                Vocabulary.word(repeated).ifPresent(name -> add(own, new Mark(name, repeated, place)));
            }
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (Vocabulary.isComposed(mirror) && !path.contains(type)) {
                brought.put(type, gather(type, origin, plus(path, type), problems));
            }
        }
        merge(own, brought, problems);
        return own;
    }

    private static void merge(
            Map<String, List<Mark>> own, Map<TypeElement, Map<String, List<Mark>>> brought, Problems problems) {
        Set<String> settled = Set.copyOf(own.keySet());
        Map<String, TypeElement> bringers = new LinkedHashMap<>();
        brought.forEach((bringer, marks) -> marks.forEach((word, more) -> {
            if (settled.contains(word)) {
                return;
            }
            List<Mark> before = own.get(word);
            if (before == null || Vocabulary.REPEATABLE.contains(word)) {
                more.forEach(mark -> add(own, mark));
                bringers.putIfAbsent(word, bringer);
            } else if (!before.get(0).text().equals(more.get(0).text())) {
                problems.add(
                        Problem.POLICIES_DISAGREE,
                        more.get(0).origin(),
                        more.get(0).text(),
                        bringers.getOrDefault(word, bringer).getSimpleName(),
                        before.get(0).text(),
                        bringer.getSimpleName(),
                        more.get(0).text());
            }
        }));
    }

    private static void add(Map<String, List<Mark>> marks, Mark mark) {
        marks.computeIfAbsent(mark.word(), word -> new ArrayList<>()).add(mark);
    }

    private static List<TypeElement> plus(List<TypeElement> path, TypeElement type) {
        List<TypeElement> longer = new ArrayList<>(path);
        longer.add(type);
        return longer;
    }
}
