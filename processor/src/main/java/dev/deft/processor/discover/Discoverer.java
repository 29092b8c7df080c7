package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.report.AnnotationText;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the types of a round that get a wrapper, in the order of their names, whatever order the compiler has them in.
 * A type that needs one which is not there yet waits for the next round: another processor may be about to write it.
 */
public final class Discoverer {
    /** All annotations of Deft's, as compilers want it said. */
    public static final String ALL_WORDS = Vocabulary.PACKAGE + ".*";

    private final Lang lang;
    private final WrapperNames names;
    private final SortedSet<String> waiting = new TreeSet<>();

    public Discoverer(Elements elements, Types types) {
        this.lang = new Lang(elements, types);
        this.names = new WrapperNames(lang);
    }

    /** What this round brings. */
    public List<Discovery> discover(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        SortedMap<String, TypeElement> roots = new TreeMap<>();
        SortedMap<String, TypeElement> policies = new TreeMap<>();
        Problems misplaced = new Problems();
        for (TypeElement annotation : sorted(annotations)) {
            if (isOurs(annotation)) {
                round.getElementsAnnotatedWith(annotation).stream()
                        .map(element -> Map.entry(place(element), element))
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(placed -> sort(placed.getValue(), annotation, roots, policies, misplaced));
            }
        }
        round.getRootElements().forEach(element -> annotationMembers(element, misplaced));
        for (String name : waiting) {
            TypeElement again = lang.elements.getTypeElement(name);
            if (again != null) {
                roots.put(name, again);
            }
        }
        waiting.clear();
        List<Discovery> discoveries = new ArrayList<>();
        discoveries.add(new Discovery(Optional.empty(), false, misplaced));
        policies.values()
                .forEach(type -> discoveries.add(new Discovery(Optional.empty(), false, Policies.check(type))));
        roots.forEach((name, type) -> read(name, type).ifPresent(discoveries::add));
        return discoveries;
    }

    /** What is wrong with the types that wait in vain, when there is no further round. */
    public List<Discovery> unresolved() {
        List<Discovery> discoveries = new ArrayList<>();
        for (String name : waiting) {
            TypeElement type = lang.elements.getTypeElement(name);
            if (type != null) {
                TypeReader reader = new TypeReader(lang, names, type);
                discoveries.add(reader.unreadable(reader.unknownType().orElse("in an annotation")));
            }
        }
        return discoveries;
    }

    private Optional<Discovery> read(String name, TypeElement type) {
        TypeReader reader = new TypeReader(lang, names, type);
        if (reader.unknownType().isPresent()) {
            waiting.add(name);
            return Optional.empty();
        }
        Discovery discovery = reader.read();
        if (!discovery.complete() && !discovery.problems().haveErrors()) {
            waiting.add(name); // an annotation names a class that is not there yet
            return Optional.empty();
        }
        return Optional.of(discovery);
    }

    /** Whether an annotation type is one of Deft's or stands for some. */
    public static boolean isOurs(TypeElement annotation) {
        String name = annotation.getQualifiedName().toString();
        return name.startsWith(Vocabulary.PACKAGE + ".")
                || Vocabulary.find(annotation, Vocabulary.TASK_POLICY).isPresent();
    }

    private static void sort(
            Element element,
            TypeElement annotation,
            SortedMap<String, TypeElement> roots,
            SortedMap<String, TypeElement> policies,
            Problems misplaced) {
        Optional<AnnotationMirror> own = element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().asElement().equals(annotation))
                .map(AnnotationMirror.class::cast)
                .findFirst();
        if (own.isEmpty()) {
            return; // inherited from a superclass by @Inherited; policies apply where they stand
        }
        TypeElement type = Lang.typeAround(element);
        if (element.getKind() == ElementKind.ANNOTATION_TYPE && type != null) {
            policies.put(type.getQualifiedName().toString(), type);
        } else if (element instanceof TypeElement && type != null) {
            roots.put(type.getQualifiedName().toString(), type);
        } else if (element.getKind() == ElementKind.METHOD && type != null) {
            if (type.getKind() != ElementKind.ANNOTATION_TYPE) {
                roots.put(type.getQualifiedName().toString(), type);
            }
        } else if (type == null
                || type.getKind() != ElementKind.RECORD
                || element.getKind() == ElementKind.CONSTRUCTOR) {
            misplaced.add(
                    Problem.NOT_A_METHOD,
                    Origin.of(element, own.get()),
                    AnnotationText.of(own.get()),
                    element.getKind() == ElementKind.CONSTRUCTOR ? "a constructor" : element.getSimpleName());
        }
    }

    /** Elements of annotation types, which ecj does not count among annotated elements. */
    private static void annotationMembers(Element element, Problems misplaced) {
        for (Element member : element.getEnclosedElements()) {
            if (member instanceof TypeElement) {
                annotationMembers(member, misplaced);
            } else if (element.getKind() == ElementKind.ANNOTATION_TYPE) {
                member.getAnnotationMirrors().stream()
                        .filter(Marks::isMeantForMethods)
                        .forEach(mirror -> misplaced.add(
                                Problem.ANNOTATION_MEMBER,
                                Origin.of(member, mirror),
                                AnnotationText.of(mirror),
                                member.getSimpleName()));
            }
        }
    }

    /** Something to order elements by: a compiler may hand them out in any order. */
    private static String place(Element element) {
        return Lang.typeAround(element) + " " + element.getEnclosingElement() + " " + element.getKind() + " " + element;
    }

    private static List<? extends TypeElement> sorted(Set<? extends TypeElement> annotations) {
        return annotations.stream()
                .sorted((a, b) -> a.getQualifiedName()
                        .toString()
                        .compareTo(b.getQualifiedName().toString()))
                .toList();
    }
}
