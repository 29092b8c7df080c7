package dev.deft.processor.check;

import dev.deft.processor.model.TaskType;
import dev.deft.processor.report.Problems;

/** One thing that must hold. */
interface Rule {
    void check(TaskType type, Problems problems);
}
