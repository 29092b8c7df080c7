package dev.deft.processor.model;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/**
 * The failures that a word looks at.
 *
 * @param on those that it covers
 * @param except those that it leaves alone all the same
 * @param causes whether it looks along the causes too
 */
public record FailureTypes(List<TypeMirror> on, List<TypeMirror> except, boolean causes) {
    /** All that it names. */
    public List<TypeMirror> all() {
        return Stream.concat(on.stream(), except.stream()).toList();
    }
}
