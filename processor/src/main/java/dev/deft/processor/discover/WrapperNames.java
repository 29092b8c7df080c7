package dev.deft.processor.discover;

import dev.deft.processor.model.Origin;
import dev.deft.processor.model.RuntimeNames;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Names wrappers, each name once in a compilation and none that is a type of the user's. */
final class WrapperNames {
    /** Words that are identifiers, but not as the name of a type. */
    private static final Set<String> RESTRICTED = Set.of("permits", "record", "sealed", "var", "yield");

    private final Lang lang;
    private final Map<String, String> owners = new HashMap<>();

    WrapperNames(Lang lang) {
        this.lang = lang;
    }

    /** The wrapper's name; empty when it was reported that there can be none. */
    Optional<String> claim(TypeElement type, Optional<AnnotationMirror> tasks, Origin place, Problems problems) {
        String name = chosen(type, tasks, problems);
        String packageName = lang.elements.getPackageOf(type).getQualifiedName().toString();
        String qualified = packageName.isEmpty() ? name : packageName + "." + name;
        String subject = type.getSimpleName().toString();
        if (isTaken(type, qualified)) {
            problems.add(Problem.WRAPPER_NAME_TAKEN, place, subject, name, subject + "TaskWrapper");
            return Optional.empty();
        }
        String owner = owners.putIfAbsent(qualified, type.getQualifiedName().toString());
        if (owner != null && !type.getQualifiedName().contentEquals(owner)) {
            problems.add(Problem.WRAPPER_NAME_TWICE, place, subject, name, owner);
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private static String chosen(TypeElement type, Optional<AnnotationMirror> tasks, Problems problems) {
        String standard = flat(type) + "Tasks";
        if (tasks.isEmpty()) {
            return standard;
        }
        Values values = new Values(new Mark(Vocabulary.TASKS, tasks.get(), Origin.of(type, tasks.get())));
        String written = values.string("name");
        if (written.isEmpty()) {
            return standard;
        }
        if (!SourceVersion.isIdentifier(written) || SourceVersion.isKeyword(written) || RESTRICTED.contains(written)) {
            problems.add(Problem.WRAPPER_NAME_INVALID, values.origin("name"), written, standard);
            return standard;
        }
        return written;
    }

    /** {@code Outer_Inner}. */
    private static String flat(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                ? flat(outer) + "_" + type.getSimpleName()
                : type.getSimpleName().toString();
    }

    /** Whether the user has a type of this name; a wrapper of an earlier build is none. */
    private boolean isTaken(TypeElement type, String qualified) {
        TypeElement existing = lang.typeSeenFrom(type, qualified);
        return existing != null
                && existing.getQualifiedName().contentEquals(qualified)
                && existing.getAnnotationMirrors().stream()
                        .noneMatch(mirror -> Lang.is(mirror.getAnnotationType(), RuntimeNames.GENERATED_TASKS));
    }
}
