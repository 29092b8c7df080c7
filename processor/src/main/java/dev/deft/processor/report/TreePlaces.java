package dev.deft.processor.report;

import dev.deft.processor.model.Origin;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/**
 * Places that a {@code Messager} cannot point at: javac's knows nothing of annotations that are repeated, which reach a
 * processor inside a container that is not in the source. Its syntax trees do.
 */
interface TreePlaces {
    /** Prints the message, or returns false when it knows no better place than the messager does. */
    boolean print(Diagnostic.Kind kind, String message, Origin origin);

    /** Those of this compiler; hardly any where it offers no syntax trees. */
    static TreePlaces of(ProcessingEnvironment environment) {
        try {
            return JavacPlaces.of(environment);
        } catch (LinkageError | IllegalArgumentException noTrees) {
            return new PlacesOfRecords(environment.getMessager());
        }
    }
}
