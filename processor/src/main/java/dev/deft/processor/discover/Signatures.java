package dev.deft.processor.discover;

import dev.deft.processor.report.TypeText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeVariable;

/** The signatures of a named method that would fit, for a message that offers them. */
final class Signatures {
    private static final String FAILURE = "Throwable failure";
    private static final String ATTEMPT = "int attempt";

    private Signatures() {}

    /** A mend that shows them, one a line. */
    static String offer(Subject subject, Role role, String name) {
        String valid = name.isBlank() ? role.label() + "Of" + capital(subject.name()) : name;
        return "declare one of these in " + subject.root().getSimpleName() + ", or name a method that looks so:"
                + lists(subject, role).stream()
                        .map(parameters ->
                                "\n      " + prefix(subject) + returned(subject, role) + " " + valid + parameters)
                        .collect(Collectors.joining());
    }

    private static Set<String> lists(Subject subject, Role role) {
        String given = subject.given().stream()
                .map(each -> TypeText.of(each.type()) + " " + each.name())
                .collect(Collectors.joining(", "));
        String result = subject.isVoid() ? "" : TypeText.of(subject.resultType()) + " result";
        Set<String> lists = new LinkedHashSet<>();
        switch (role) {
            case HANDLER -> {
                lists.add(list(given));
                lists.add(list(given, FAILURE));
            }
            case CLEANUP -> {
                lists.add(list(given));
                lists.add(list(given, result, FAILURE));
            }
            case ON_SUCCESS -> lists.addAll(List.of(list(result), list(result, given)));
            case ON_FAILURE -> {
                lists.add(list(FAILURE));
                lists.add(list(FAILURE, given));
            }
            case WHEN -> lists.add(list(FAILURE));
            case WHILE_RESULT -> lists.add(list(result));
            case DELAY_FROM -> lists.add(list(FAILURE, ATTEMPT));
            case ON_RETRY -> {
                lists.add(list(FAILURE, ATTEMPT));
                lists.add(list(FAILURE, ATTEMPT, given));
            }
        }
        return lists;
    }

    private static String list(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String prefix(Subject subject) {
        List<? extends TypeVariable> variables = subject.type().getTypeVariables();
        return (subject.isStatic() ? "static " : "")
                + (variables.isEmpty()
                        ? ""
                        : variables.stream().map(Signatures::declared).collect(Collectors.joining(", ", "<", "> ")));
    }

    private static String declared(TypeVariable variable) {
        String bound = TypeText.of(variable.getUpperBound());
        return TypeText.of(variable) + (bound.equals("Object") ? "" : " extends " + bound);
    }

    private static String returned(Subject subject, Role role) {
        return switch (role) {
            case HANDLER -> TypeText.of(subject.resultType());
            case WHEN, WHILE_RESULT -> "boolean";
            case DELAY_FROM -> "Duration";
            case CLEANUP, ON_SUCCESS, ON_FAILURE, ON_RETRY -> "void";
        };
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
