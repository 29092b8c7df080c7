package dev.deft.processor.check;

import dev.deft.processor.model.TaskType;
import dev.deft.processor.report.Reporter;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** What only the bodies of methods show. Compilers that offer no syntax trees leave it unchecked. */
public interface TreeChecks {
    /** Watches for calls that go past the wrapper of this type. */
    void watch(TaskType type);

    /**
     * The checks that this compiler makes possible.
     *
     * @param isWord whether an annotation type is a word of Deft's or stands for some
     */
    static TreeChecks of(ProcessingEnvironment environment, Predicate<TypeElement> isWord, Reporter reporter) {
        try {
            return JavacTreeChecks.of(environment, isWord, reporter);
        } catch (LinkageError | IllegalArgumentException noTrees) {
            return type -> {};
        }
    }
}
