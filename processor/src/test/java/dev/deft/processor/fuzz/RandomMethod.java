package dev.deft.processor.fuzz;

import dev.deft.annotation.Word;
import dev.deft.processor.model.WordKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A method of a random program with words on it, and the methods that those name. */
final class RandomMethod {
    private static final String WORD = "@dev.deft.annotation.";
    private static final List<String> NAMES = List.of(
            "charge",
            "of",
            "close",
            "run",
            "call",
            "start",
            "begin",
            "deft",
            "target",
            "observed",
            "chargeRetried",
            "limited",
            "été",
            "get$Value",
            "_under",
            "values_",
            "record",
            "yield_",
            "charge_",
            "scheduleCharge",
            "chargeWorkers");
    private static final List<String> PARAMETER_NAMES = List.of(
            "order",
            "target",
            "deft",
            "observed",
            "failure",
            "result",
            "run",
            "watch",
            "scope",
            "thrown",
            "cause",
            "second",
            "$L",
            "$",
            "été",
            "CHARGE",
            "also",
            "call",
            "defer",
            "entry",
            "attempt",
            "this_");
    private static final List<Type> TYPES = List.of(
            new Type("int", "0", "int"),
            new Type("long", "0L", "long"),
            new Type("boolean", "false", "boolean"),
            new Type("char", "'c'", "char"),
            new Type("double[]", "null", "double[]"),
            new Type("java.lang.String", "null", "String"),
            new Type("java.lang.@org.jspecify.annotations.Nullable String", "null", "String"),
            new Type("java.lang.Integer", "null", "Integer"),
            new Type("java.util.List<? extends java.lang.Number>", "null", "List"),
            new Type("java.util.Map<java.lang.String, ? super int[]>", "null", "Map"),
            new Type("java.util.List<java.lang.@org.jspecify.annotations.Nullable String>[]", "null", "List[]"),
            new Type("java.lang.String[][]", "null", "String[][]"),
            new Type("java.util.Map.Entry<?, java.util.Set<java.lang.Object>>", "null", "Entry"),
            new Type("java.util.concurrent.CompletableFuture<java.lang.String>", "null", "CompletableFuture"),
            new Type("java.util.concurrent.Future<?>", "null", "Future"),
            new Type("java.lang.Object", "null", "Object"));

    /** What a method may return whose wrapper overrides it and returns a task. */
    private static final Set<String> HOLDING_TASKS = Set.of("void", "CompletableFuture", "Future");

    private final Random random;
    private final int index;
    private final boolean mistakes;
    private final boolean isOverridable;
    private final boolean inInterface;
    private final boolean isStatic;
    private final String name;
    private final String variables;
    private final String variableName;
    private final Type result;
    private final List<Type> parameters = new ArrayList<>();
    private final List<String> parameterNames = new ArrayList<>();
    private final boolean varargs;
    private final String thrown;
    private final String modifiers;
    private final boolean bodiless;
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder helpers = new StringBuilder();

    RandomMethod(
            Random random, int index, boolean inInterface, boolean inAbstract, boolean isSubclassed, boolean mistakes) {
        this.random = random;
        this.index = index;
        this.mistakes = mistakes;
        this.isOverridable = isSubclassed && !(mistakes && random.nextInt(4) == 0);
        this.inInterface = inInterface;
        this.name = pick(NAMES);
        this.isStatic = !isOverridable && random.nextInt(4) == 0;
        this.variableName = "M" + index;
        this.variables = pick(List.of(
                "",
                "",
                "",
                "<" + variableName + "> ",
                "<" + variableName + " extends java.lang.Comparable<? super " + variableName + ">> ",
                "<" + variableName + " extends java.lang.Object & java.lang.Comparable<" + variableName + ">> "));
        this.result = random.nextInt(4) == 0 ? new Type("void", "", "void") : type();
        Set<String> names = new LinkedHashSet<>();
        int count = random.nextInt(20) == 0 ? 40 : random.nextInt(4);
        for (int i = 0; i < count; i++) {
            parameters.add(type());
            String parameterName = pick(PARAMETER_NAMES);
            names.add(names.contains(parameterName) ? parameterName + i : parameterName);
        }
        parameterNames.addAll(names);
        while (parameterNames.size() < parameters.size()) {
            parameterNames.add("p" + parameterNames.size());
        }
        this.varargs = count > 0 && random.nextInt(5) == 0;
        this.thrown = pick(List.of(
                "",
                "",
                " throws java.io.IOException",
                " throws java.lang.InterruptedException",
                " throws java.lang.Exception",
                " throws java.io.IOException, java.lang.IllegalStateException"));
        this.bodiless = !isStatic && (inAbstract ? random.nextInt(4) == 0 : inInterface && random.nextBoolean());
        this.modifiers = modifiers();
        chooseWords();
    }

    private String modifiers() {
        StringBuilder all = new StringBuilder();
        if (inInterface) {
            return isStatic ? "static " : bodiless ? "" : "default ";
        }
        all.append(pick(List.of("public ", "public ", "", "protected ")));
        if (isStatic) {
            all.append("static ");
        }
        if (bodiless) {
            return all.append("abstract ").toString();
        }
        all.append(pick(List.of("", "", "", isOverridable ? "" : "final ", "synchronized ")));
        return all.toString();
    }

    /** What two methods of one class may not have in common. */
    String erasure() {
        StringBuilder erasure = new StringBuilder(name);
        parameters.forEach(parameter -> erasure.append(',').append(parameter.erasure()));
        return erasure.append(varargs ? "[]" : "").toString();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("    ").append(words).append('\n');
        text.append("    ")
                .append(modifiers)
                .append(variables)
                .append(result.name())
                .append(' ')
                .append(name);
        text.append('(').append(parameterList()).append(')').append(thrown);
        text.append(bodiless ? ";\n" : body()).append(helpers).append('\n');
        return text.toString();
    }

    private void chooseWords() {
        boolean async = random.nextInt(3) == 0 && (!isOverridable || HOLDING_TASKS.contains(result.erasure()));
        add(async, "Async", pick(List.of("", "", "(detached = true)")));
        add(
                random.nextInt(2) == 0,
                "Retry",
                pick(List.of(
                        "",
                        "(attempts = 4)",
                        "(delay = \"1s\", backoff = dev.deft.annotation.Backoff.FIBONACCI)",
                        "(on = java.io.IOException.class, except = java.io.FileNotFoundException.class, causes = true)",
                        "(attempts = dev.deft.annotation.Retry.UNLIMITED, maxDuration = \"1m30s\")",
                        "(attempts = 2, factor = 3)",
                        "(budget = 0.5, name = \"shared\")",
                        mistakes ? "(delay = \"soon\")" : "(jitter = dev.deft.annotation.Jitter.FULL)",
                        mistakes ? "(when = \"missing\")" : "(maxDelay = \"2s\")")));
        add(
                random.nextInt(4) == 0,
                "CircuitBreaker",
                pick(List.of(
                        "",
                        "(windowTime = \"10s\", slowCall = \"1s\", slowRate = 0.5)",
                        "(on = java.io.IOException.class, except = java.io.FileNotFoundException.class)",
                        "(failureRate = 0.4" + key() + ")",
                        mistakes ? "(failureRate = 2)" : "(window = 5, minCalls = 3, trialCalls = 2)")));
        add(
                random.nextInt(5) == 0,
                "Hedge",
                pick(List.of(
                        "(after = \"50ms\")",
                        "(after = \"p99.5\", max = 3)",
                        mistakes ? "(after = \"p100\")" : "(after = \"0\")")));
        add(
                random.nextInt(3) == 0,
                "Limit",
                pick(List.of(
                        "(10)",
                        "(value = 1, maxWait = \"0\")",
                        "(value = 2, maxQueue = 5)",
                        "(value = 2" + key() + weight() + ")",
                        mistakes ? "(0)" : "(1)")));
        add(
                random.nextInt(4) == 0,
                "RateLimit",
                pick(List.of(
                        "(10)",
                        "(value = 100, per = \"1m\", burst = 5)",
                        "(value = 2" + key() + weight() + ") " + WORD + "RateLimit(value = 5, maxWait = \"0\"" + key()
                                + ")",
                        mistakes ? "(value = 1, per = \"0\")" : "(1)")));
        add(random.nextInt(4) == 0, "SingleFlight", pick(List.of("", key().replaceFirst("^, (.*)", "($1)"))));
        add(
                random.nextInt(5) == 0,
                "AdaptiveLimit",
                pick(List.of(
                        "",
                        "(min = 2, max = 5, maxWait = \"0\")",
                        mistakes ? "(min = 2, max = 1)" : "(maxQueue = 5)")));
        add(
                random.nextInt(4) == 0 && (mistakes || words.indexOf("Hedge(") < 0),
                "Locked",
                pick(List.of(
                        "",
                        "(\"books\")",
                        "(mode = dev.deft.annotation.LockMode.READ" + key() + ")",
                        "(value = \"keyed\"" + key() + ")")));
        add(
                random.nextInt(3) == 0,
                "Timeout",
                pick(List.of("(\"2s\")", "(\"PT2S\")", "(\"1m30s\")", mistakes ? "(\"\")" : "(\"20ms\")")));
        add(random.nextInt(3) == 0, "Deadline", pick(List.of("(\"10s\")", "(\"250ms\")")));
        if (random.nextInt(3) == 0) {
            String helper = "cleanup" + index;
            add(true, "Deferred", "(\"" + helper + "\")");
            helper(variables + "void " + helper + "("
                    + (random.nextBoolean() ? parameterList() : "java.lang.Throwable failure") + ") {}");
        }
        for (String word : List.of("Fallback", "Recover")) {
            if (random.nextInt(3) == 0) {
                String helper = word.toLowerCase(java.util.Locale.ROOT) + index;
                add(true, word, "(\"" + helper + "\")");
                helper(variables + result.name() + " " + helper + "(" + parameterList() + ")" + body().stripTrailing());
            }
        }
        chooseLoops();
        if (words.isEmpty()) {
            add(true, "Retry", "");
        }
        List<Word> present = new ArrayList<>(List.of(Word.values()));
        present.removeIf(
                word -> words.indexOf(WORD + WordKind.valueOf(word.name()).annotation()) < 0);
        Collections.shuffle(present, random);
        add(
                present.size() > 1 && random.nextInt(4) == 0,
                "Nesting",
                present.stream()
                        .limit(3)
                        .map(word -> WORD.substring(1) + "Word." + word)
                        .collect(Collectors.joining(", ", "({", "})")));
    }

    /** What calls the method again and again: without arguments, or with one that it takes from a channel. */
    private void chooseLoops() {
        add(
                parameters.isEmpty() ? random.nextBoolean() : mistakes && random.nextInt(8) == 0,
                "Scheduled",
                pick(List.of(
                        "(every = \"1s\")",
                        "(delay = \"1m30s\", initialDelay = \"0\", jitter = \"5s\")",
                        "(cron = \"0 3 * * *\")",
                        mistakes ? "(every = \"1s\", delay = \"1s\")" : "(every = \"PT2S\")",
                        "(every = \"1s\", overlap = dev.deft.annotation.Overlap.QUEUE)")));
        if (parameters.size() == 1 ? random.nextBoolean() : mistakes && random.nextInt(8) == 0) {
            String helper = "lost" + index;
            boolean handled = random.nextBoolean();
            add(true, "Worker", handled ? "(value = 2, onFailure = \"" + helper + "\")" : pick(List.of("", "(3)")));
            if (handled) {
                String failure = pick(List.of("java.lang.Throwable", "java.lang.IllegalStateException"));
                boolean takesItem = random.nextBoolean() && !parameters.isEmpty();
                helper(variables + "void " + helper + "(" + failure + " failure_"
                        + (takesItem ? ", " + parameterList() : "") + ") {}");
            }
        }
    }

    /** A key over one of the parameters, if there are any. */
    private String key() {
        if (parameters.isEmpty() || random.nextInt(4) == 0) {
            return mistakes ? ", key = \"missing\"" : "";
        }
        int at = random.nextInt(parameters.size());
        String type = parameters.get(at).erasure() + (varargs && at == parameters.size() - 1 ? "[]" : "");
        String step = switch (type) {
            case "int", "long", "boolean", "char" -> mistakes && random.nextInt(4) == 0 ? ".nothing" : "";
            case "List" -> ".size";
            case "Map" -> pick(List.of("", ".keySet.iterator.next", ".empty"));
            case "Entry" -> pick(List.of(".key", ".value.size"));
            default -> type.endsWith("[]") ? pick(List.of("", ".length")) : pick(List.of("", ".class", ".hashCode"));
        };
        return ", key = \"" + parameterNames.get(at) + step + "\"";
    }

    /** A weight that is one of the parameters, if one of them can be. */
    private String weight() {
        for (int i = 0; i < parameters.size(); i++) {
            boolean isArray = varargs && i == parameters.size() - 1;
            String type = parameters.get(i).erasure() + (isArray ? "[]" : "");
            if (type.equals("int")
                    || type.equals("Integer")
                    || type.endsWith("[]")
                    || (mistakes && type.equals("long"))) {
                return ", weight = \"" + parameterNames.get(i) + (type.endsWith("[]") ? ".length" : "") + "\"";
            }
        }
        return "";
    }

    private void helper(String declaration) {
        helpers.append(inInterface ? (isStatic ? "    static " : "    default ") : (isStatic ? "    static " : "    "));
        helpers.append(declaration).append('\n');
    }

    private void add(boolean wanted, String word, String attributes) {
        if (wanted) {
            words.append(WORD).append(word).append(attributes).append(' ');
        }
    }

    private String parameterList() {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String type = parameters.get(i).name();
            list.add(type + (varargs && i == parameters.size() - 1 ? "..." : "") + " " + parameterNames.get(i));
        }
        return String.join(", ", list);
    }

    private String body() {
        return result.value().isEmpty() ? " {}\n" : " { return " + result.value() + "; }\n";
    }

    private Type type() {
        if (!variables.isEmpty() && random.nextInt(3) == 0) {
            return random.nextBoolean()
                    ? new Type(
                            variableName,
                            "null",
                            variables.contains("& ") || !variables.contains("extends") ? "Object" : "Comparable")
                    : new Type("java.util.List<" + variableName + ">", "null", "List");
        }
        return pick(TYPES);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A type as it is written, a value of it, and its erasure. */
    private record Type(String name, String value, String erasure) {}
}
