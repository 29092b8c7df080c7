package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A schedule says in one way when, and calls what needs no arguments. */
final class ScheduledShape extends WordRule<Word.Scheduled> {
    ScheduledShape() {
        super(Word.Scheduled.class);
    }

    @Override
    void check(Word.Scheduled scheduled, TaskMethod method, Problems problems) {
        List<String> ways = Stream.of(
                        named("every", scheduled.every()),
                        named("delay", scheduled.delay()),
                        named("cron", scheduled.cron()))
                .flatMap(Optional::stream)
                .toList();
        boolean isBlank = scheduled.cron().filter(String::isBlank).isPresent();
        if (ways.size() != 1 || isBlank) {
            String present =
                    isBlank ? "a blank cron expression" : ways.isEmpty() ? "none of them" : String.join(" and ", ways);
            problems.add(Problem.SCHEDULE_WAYS, scheduled.origin(), scheduled.text(), present);
        } else if (scheduled.queued() && scheduled.delay().isPresent()) {
            problems.add(Problem.SCHEDULE_IDLE_OVERLAP, scheduled.origin().at("overlap"), scheduled.text());
        }
        int parameters = WrapperSignature.of(method).parameters().size();
        if (parameters != 0) {
            problems.add(
                    Problem.SCHEDULE_PARAMETERS,
                    scheduled.origin(),
                    scheduled.text(),
                    TypeText.of(method.element()),
                    parameters == 1 ? "an argument" : parameters + " arguments");
        }
    }

    private static Optional<String> named(String way, Optional<?> value) {
        return value.map(present -> way);
    }
}
