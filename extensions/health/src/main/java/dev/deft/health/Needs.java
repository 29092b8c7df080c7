package dev.deft.health;

import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.Policies;
import dev.deft.policy.Policy;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of what calls cannot do without. */
record Needs(List<String> tasks) {
    /** Parts with dots between them, perhaps with parameter types; a part may have spaces, as names that are no method's do. */
    private static final Pattern NAME = Pattern.compile("[^.()\\s]([^.()]*[^.()\\s])?(\\.[^.()\\s]+)*(\\([^()]*\\))?");

    /**
     * Checks what can be known before any wrapper has been made.
     *
     * @throws IllegalArgumentException if it can be the name of nothing
     */
    static String checked(String task) {
        if (!NAME.matcher(task).matches()) {
            throw new IllegalArgumentException("\"" + task
                    + "\" can be the name of nothing: needs takes a class as PaymentService, or a method as"
                    + " PaymentService.charge or PaymentService.charge(Order)");
        }
        return task;
    }

    /** What of it is not there, no more than so many of them listed. */
    Findings<Missing> missing(Policies policies, int most) {
        Findings.Collector<Missing> missing = new Findings.Collector<>(most);
        for (String task : tasks) {
            List<Policy<?>> found = policies.of(task);
            List<Policy<?>> open = found.stream().filter(Needs::isOpen).toList();
            if (found.isEmpty()) {
                missing.add(new Missing(task, Missing.Reason.UNKNOWN, unknown(task, policies)));
            } else if (!open.isEmpty()) {
                missing.add(new Missing(task, Missing.Reason.OPEN, "open: the circuit of " + namesOf(open)));
            }
        }
        return missing.findings();
    }

    private static boolean isOpen(Policy<?> policy) {
        return policy instanceof CircuitBreakerPolicy circuit && circuit.state().isBlocking();
    }

    private static String unknown(String task, Policies policies) {
        String path = task.substring(0, task.indexOf('(') < 0 ? task.length() : task.indexOf('('));
        List<Policy<?>> siblings = policies.of(path.substring(0, Math.max(0, path.lastIndexOf('.'))));
        return siblings.isEmpty()
                ? "no policy has this name: its wrapper is yet to be made, or the name is misspelt"
                : "no policy has this name, though its class has: " + namesOf(siblings);
    }

    private static String namesOf(List<Policy<?>> policies) {
        return policies.stream()
                .map(policy -> policy.task().toString())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
