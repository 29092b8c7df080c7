package dev.deft.processor.check;

import dev.deft.processor.model.TaskType;
import dev.deft.processor.report.Problems;

/** One thing that must hold. */
interface Rule {
    /** Notes where it does not hold. */
    void check(TaskType type, Problems problems);
}
