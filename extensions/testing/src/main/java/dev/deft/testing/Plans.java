package dev.deft.testing;

import dev.deft.TaskName;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the plan that is meant, or says which there are. */
final class Plans {
    private Plans() {}

    /** The plan of the only method of a name. */
    static Plan named(String name, List<Plan> all) {
        List<Plan> found = matching(all, task -> Names.fits(task, name));
        if (found.isEmpty()) {
            throw new AssertionError(all.isEmpty() ? nothing(name) : "There is no plan of " + name + near(name, all));
        }
        return only(name, found);
    }

    /** The plan of the only method of a name that a class has or inherits. */
    static Plan of(Class<?> type, String method) {
        List<Plan> all = PlanFiles.of(type);
        String name = type.getName() + "." + method;
        if (all == null) {
            throw new AssertionError(nothing(name));
        }
        List<Plan> found = matching(
                all,
                task -> method.equals(task.method())
                        || method.equals(
                                task.qualified().substring(task.className().length() + 1)));
        if (found.isEmpty()) {
            throw new AssertionError("There is no plan of " + name + "; there are" + list(all));
        }
        return only(name, found);
    }

    private static List<Plan> matching(List<Plan> all, Predicate<TaskName> which) {
        return all.stream().filter(plan -> which.test(plan.task())).toList();
    }

    private static Plan only(String name, List<Plan> found) {
        if (found.size() > 1) {
            throw new AssertionError("More than one method is called " + name + "; say which of" + list(found));
        }
        return Objects.requireNonNull(found.getFirst());
    }

    private static String nothing(String name) {
        return "There is no plan of " + name
                + ": its class has no file in META-INF/deft on the class path. Was it compiled with Deft's processor?";
    }

    /** The methods of the class that may be meant, or else those called so in other classes, or else all. */
    private static String near(String name, List<Plan> all) {
        String path = name.contains("(") ? name.substring(0, name.indexOf('(')) : name;
        int dot = path.lastIndexOf('.');
        String method = path.substring(dot + 1);
        String type = path.substring(path.lastIndexOf('.', dot - 1) + 1, Math.max(dot, 0));
        List<Plan> inClass = matching(all, task -> simple(task).equalsIgnoreCase(type));
        List<Plan> calledSo = matching(all, task -> task.method().equalsIgnoreCase(method));
        if (!inClass.isEmpty()) {
            return "; of that class there are" + list(inClass);
        }
        return calledSo.isEmpty() ? "; there are" + list(all) : "; called so are" + list(calledSo);
    }

    private static String simple(TaskName task) {
        return task.className().substring(task.className().lastIndexOf('.') + 1);
    }

    private static String list(List<Plan> plans) {
        return plans.stream()
                .map(plan -> "\n  " + plan.task().qualified())
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining());
    }
}
