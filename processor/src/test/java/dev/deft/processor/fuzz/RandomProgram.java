package dev.deft.processor.fuzz;

import dev.deft.processor.testing.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One legal Java file with one annotated type, made from a seed. All types are written with their full names, so that
 * the names of what it declares may be as awkward as Java lets them be.
 */
final class RandomProgram {
    private static final List<String> PACKAGES =
            List.of("", "shop", "target.deft", "été.größe", "java_.lang", "observed");
    private static final List<String> NAMES = List.of(
            "Plain",
            "String",
            "Task",
            "Deft",
            "Override",
            "Object_",
            "Objects",
            "Duration",
            "RetryRun",
            "Failures",
            "Call",
            "Défi",
            "$Dollar",
            "TaskName",
            "Throwable",
            "Exception",
            "Generated",
            "GeneratedTasks",
            "Defer");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final String packageName;
    private final String name;
    private final boolean mistakes;

    private RandomProgram(long seed) {
        this.random = new Random(seed);
        this.packageName = pick(PACKAGES);
        this.name = pick(NAMES);
        this.mistakes = random.nextInt(3) == 0;
    }

    /** The program of a seed, always the same. */
    static Source of(long seed) {
        return new RandomProgram(seed).write();
    }

    private Source write() {
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        switch (random.nextInt(12)) {
            case 0 -> type("public interface", "", true, false);
            case 1 -> type("public enum", "    ONE, TWO;\n", false, false);
            case 2 -> type("public record", "", false, false);
            case 3 -> type("abstract class", "", false, true);
            case 4 -> nested("static class", false);
            case 5 -> nested("class", false);
            case 6 -> nested("interface", false);
            case 7 -> type("final class", "", false, true);
            case 8, 9 -> {
                text.append(RandomSubclassing.WORD);
                type(superclass(), new RandomSubclassing(random, name, name, mistakes).members(), false, true);
            }
            case 10 -> nested("static class", true);
            default -> type("public class", "", false, true);
        }
        return new Source(
                (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + name + ".java", text.toString());
    }

    /** What a wrapper can extend, or cannot. */
    private String superclass() {
        return mistakes && random.nextInt(4) == 0
                ? pick(List.of("final class", "abstract class"))
                : pick(List.of("public class", "class"));
    }

    private void nested(String kind, boolean isSubclassed) {
        String variables = kind.equals("class") ? pick(List.of("", "<O>")) : "";
        text.append("public class ").append(name).append(variables).append(" {\n");
        text.append(isSubclassed ? RandomSubclassing.WORD : "")
                .append("public ")
                .append(kind)
                .append(" Inner")
                .append(typeVariables())
                .append(" {\n")
                .append(isSubclassed ? new RandomSubclassing(random, "Inner", name, mistakes).members() : "");
        members(kind.equals("interface"), false, isSubclassed);
        text.append("}\n}\n");
    }

    private void type(String kind, String head, boolean isInterface, boolean canBeAbstract) {
        boolean generic = !kind.endsWith("enum");
        text.append(typeWords());
        text.append(kind).append(' ').append(name).append(generic ? typeVariables() : "");
        text.append(kind.endsWith("record") ? "(int width)" : "").append(" {\n").append(head);
        members(isInterface, canBeAbstract && kind.startsWith("abstract"), text.indexOf(RandomSubclassing.WORD) >= 0);
        text.append("}\n");
    }

    /** The wrapped type may bear a word for all its public methods. */
    private String typeWords() {
        return random.nextInt(6) == 0 ? "@dev.deft.annotation.Timeout(\"1s\")\n" : "";
    }

    private String typeVariables() {
        return pick(List.of(
                "",
                "",
                "",
                "<T>",
                "<T extends java.lang.Comparable<T>>",
                "<A, B extends java.util.List<? super A> & java.io.Serializable>",
                "<E extends java.lang.Exception>"));
    }

    private void members(boolean inInterface, boolean inAbstract, boolean isSubclassed) {
        int methods = 4 + random.nextInt(12);
        List<String> signatures = new ArrayList<>();
        for (int i = 0; i < methods; i++) {
            RandomMethod method = new RandomMethod(random, i, inInterface, inAbstract, isSubclassed, mistakes);
            if (!signatures.contains(method.erasure())) {
                signatures.add(method.erasure());
                text.append(method.text());
            }
        }
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
