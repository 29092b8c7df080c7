package dev.deft.testing;

import dev.deft.TaskName;

/** How tests and operators name tasks. */
final class Names {
    private Names() {}

    /** Whether a task is meant: by its short name, or by its qualified one with or without the parameter types. */
    static boolean fits(TaskName task, String wanted) {
        return wanted.equals(task.toString())
                || wanted.equals(task.qualified())
                || (!task.className().isEmpty() && wanted.equals(task.className() + "." + task.method()));
    }
}
