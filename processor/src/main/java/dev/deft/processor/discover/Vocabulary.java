package dev.deft.processor.discover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The annotations by name: the processor does not depend on their classes. */
final class Vocabulary {
    static final String PACKAGE = "dev.deft.annotation";
    static final String TASKS = "Tasks";
    static final String NESTING = "Nesting";
    static final String TASK_POLICY = "TaskPolicy";

    /** What may stand more than once, and then reaches a processor inside a container. */
    static final Set<String> REPEATABLE = Set.of("Deferred", "Fallback", "Limit", "RateLimit", "Recover");

    /** The words and what orders them: all that stands on methods and may be composed. */
    static final Set<String> ON_METHODS = Set.of(
            "AdaptiveLimit",
            "Async",
            "Batch",
            "CircuitBreaker",
            "Deadline",
            "Deferred",
            "Fallback",
            "Hedge",
            "Limit",
            "Locked",
            NESTING,
            "RateLimit",
            "Recover",
            "Retry",
            "Scheduled",
            "SingleFlight",
            "Timeout",
            "Worker");

    /** The attributes that name methods of the class, and what for. */
    static final Map<String, Map<String, Role>> NAMING = Map.of(
            "Async", Map.of("onSuccess", Role.ON_SUCCESS, "onFailure", Role.ON_FAILURE),
            "Deferred", Map.of("value", Role.CLEANUP),
            "Fallback", Map.of("value", Role.HANDLER),
            "Recover", Map.of("value", Role.HANDLER),
            "Retry",
                    Map.of(
                            "when", Role.WHEN,
                            "whileResult", Role.WHILE_RESULT,
                            "delayFrom", Role.DELAY_FROM,
                            "onRetry", Role.ON_RETRY),
            "Worker", Map.of("onFailure", Role.ON_FAILURE));

    private Vocabulary() {}

    /** The simple name of an annotation of Deft's; empty for another's. */
    static Optional<String> word(AnnotationMirror mirror) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        String name = type.getSimpleName().toString();
        return type.getQualifiedName().contentEquals(PACKAGE + "." + name) ? Optional.of(name) : Optional.empty();
    }

    /** The repeated annotations in a container of them; empty for any other annotation. */
    static List<AnnotationMirror> repeated(AnnotationMirror mirror) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        if (!type.getSimpleName().contentEquals("List")
                || !type.getQualifiedName().toString().startsWith(PACKAGE + ".")) {
            return List.of();
        }
        return mirror.getElementValues().values().stream()
                .map(AnnotationValue::getValue)
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .map(item -> ((AnnotationValue) item).getValue())
                .filter(AnnotationMirror.class::isInstance)
                .map(AnnotationMirror.class::cast)
                .toList();
    }

    /** Whether an element bears an annotation of Deft's, of this simple name. */
    static Optional<AnnotationMirror> find(Element element, String name) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> word(mirror).filter(name::equals).isPresent())
                .map(AnnotationMirror.class::cast)
                .findFirst();
    }

    /** Whether an annotation's type stands for the words that it bears. */
    static boolean isComposed(AnnotationMirror mirror) {
        return find(mirror.getAnnotationType().asElement(), TASK_POLICY).isPresent();
    }
}
