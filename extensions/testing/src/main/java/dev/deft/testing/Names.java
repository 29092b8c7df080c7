package dev.deft.testing;

import dev.deft.TaskName;

/** How tests and operators name tasks. */
final class Names {
    private Names() {}

    /** Whether a task is meant: by its short name or by its qualified one, each with or without the parameter types. */
    static boolean fits(TaskName task, String wanted) {
        String name = task.toString();
        String qualified = task.qualified();
        if (task.className().isEmpty() || wanted.equals(name)) {
            return wanted.equals(name);
        }
        int parameters = task.className().length() + 1 + task.method().length();
        return wanted.equals(qualified)
                || wanted.equals(qualified.substring(0, parameters))
                || wanted.equals(name + qualified.substring(parameters));
    }
}
