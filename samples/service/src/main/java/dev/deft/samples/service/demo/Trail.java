package dev.deft.samples.service.demo;

import dev.deft.samples.service.demo.Load.Answer;
import java.util.List;

/**
 * All that is to be found of one call, by its two identities.
 *
 * @param log the lines about it
 * @param own the lines that its body wrote
 * @param metrics those it is an example of
 * @param spans its own and those of its attempts
 */
record Trail(List<LogLine> log, List<LogLine> own, List<String> metrics, List<LogLine> spans) {
    private static final String SPANS = "spans";

    static Trail of(Answer answer, List<LogLine> log, String metrics) {
        String trace = answer.traceId();
        String task = answer.taskId();
        String example = "# {span_id=\"" + task + "\",trace_id=\"" + trace + "\"}";
        return new Trail(
                log.stream()
                        .filter(line -> line.value("trace_id").equals(trace)
                                && line.value("task_id").equals(task))
                        .toList(),
                log.stream()
                        .filter(line -> line.values().isEmpty())
                        .filter(line -> trace.equals(line.mdc().get("trace_id"))
                                && task.equals(line.mdc().get("task_id")))
                        .toList(),
                metrics.lines().filter(line -> line.contains(example)).toList(),
                log.stream()
                        .filter(line -> line.logger().equals(SPANS))
                        .filter(line -> line.value("trace_id").equals(trace))
                        .filter(line -> line.value("span_id").equals(task)
                                || line.value("parent_span_id").equals(task))
                        .toList());
    }

    /** The span of the call itself. */
    LogLine span(Answer answer) {
        return spans.stream()
                .filter(span -> span.value("span_id").equals(answer.taskId()))
                .findFirst()
                .orElseThrow();
    }
}
