package dev.deft.processor.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of one kind in one scope, none given out twice. */
final class Names {
    private final Set<String> taken = new HashSet<>();

    /** Marks names that belong to somebody else. */
    Names reserve(Collection<String> names) {
        taken.addAll(names);
        return this;
    }

    /** Whether a name is still free. */
    boolean isFree(String name) {
        return !taken.contains(name) && !SourceVersion.isKeyword(name);
    }

    /** Gives out {@code wish}, with as many trailing {@code _} as it takes to make it unique. */
    String take(String wish) {
        String name = wish;
        while (!isFree(name)) {
            name += "_";
        }
        taken.add(name);
        return name;
    }
}
