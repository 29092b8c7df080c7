package dev.deft.processor.report;

import dev.deft.processor.model.Origin;
import dev.deft.processor.model.TaskMethod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found so far, each thing once, in the order in which it was found. */
public final class Problems {
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<TaskMethod> refused = new LinkedHashSet<>();

    /** Notes a problem. What a word on a type causes for each of its methods in the same way is noted once. */
    public void add(Problem problem, Origin origin, Object... arguments) {
        findings.add(new Finding(problem, origin, problem.text(arguments), problem.fix(arguments)));
    }

    /** Notes a problem for which no wrapper can declare the method, not even a stub. */
    public void refuse(TaskMethod method, Problem problem, Origin origin, Object... arguments) {
        refused.add(method);
        add(problem, origin, arguments);
    }

    /** The methods that no wrapper can declare. */
    public Set<TaskMethod> refused() {
        return Set.copyOf(refused);
    }

    /** Whether one of them is this one. */
    public boolean have(Problem problem) {
        return findings.stream().anyMatch(finding -> finding.problem() == problem);
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
