package dev.deft.processor.plan;

import java.util.Set;

/**
 * Names for the local variables of one method and of its layers.
 *
 * @param taken names that mean something else there, the user's parameters above all
 */
public record Locals(Set<String> taken) {
    /** The name of the local variable that is called {@code wish} wherever nothing else is. */
    public String name(String wish) {
        String name = wish;
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** How to mention a field of the wrapper: by name, unless a parameter goes by it too. */
    public String field(String name) {
        return taken.contains(name) ? "this." + name : name;
    }
}
