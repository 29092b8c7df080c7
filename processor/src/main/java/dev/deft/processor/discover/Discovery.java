package dev.deft.processor.discover;

import dev.deft.processor.model.TaskType;
import dev.deft.processor.report.Problems;
import java.util.Optional;

/**
 * What was found out about one type.
 *
 * @param type the type, as far as it was understood; empty when not even a stub of its wrapper can be written
 * @param complete whether it was understood whole; if not, the problems or the compiler say why, and only a stub may
 *     be written
 * @param problems what is wrong with it
 */
public record Discovery(Optional<TaskType> type, boolean complete, Problems problems) {}
