package dev.deft.processor.report;

import dev.deft.processor.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found so far, each thing once, in the order in which it was found. */
public final class Problems {
    private final Set<Finding> findings = new LinkedHashSet<>();

    /** Notes a problem. What a word on a type causes for each of its methods in the same way is noted once. */
    public void add(Problem problem, Origin origin, Object... arguments) {
        findings.add(new Finding(problem, origin, problem.text(arguments), problem.fix(arguments)));
    }

    /** Whether any of them refuses the code. */
    public boolean haveErrors() {
        return findings.stream().anyMatch(finding -> finding.problem().severity() == Severity.ERROR);
    }

    /** All of them. */
    public List<Finding> all() {
        return new ArrayList<>(findings);
    }
}
