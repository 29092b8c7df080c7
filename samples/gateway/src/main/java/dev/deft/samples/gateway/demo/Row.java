package dev.deft.samples.gateway.demo;

import dev.deft.samples.gateway.demo.Load.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A line of the demonstration's table: what became of some requests, and what reached the services. */
final class Row {
    private static final String COLUMNS = "%-32s %8s %5s %8s %5s %7s %7s %12s %6s";

    static final String HEADER =
            line("", "requests", "200", "no price", "429", "median", "slowest", "descriptions", "prices");

    private Row() {}

    /** Of a whole phase. */
    static String of(String title, List<Answer> answers, int descriptions, int prices) {
        return row(title, answers, descriptions, prices);
    }

    /** Of one tenant in a phase. */
    static String of(String tenant, List<Answer> answers) {
        List<Answer> theirs = answers.stream()
                .filter(answer -> answer.request().tenant().equals(tenant))
                .toList();
        return row("  the tenant " + tenant, theirs, "", "");
    }

    private static String row(String title, List<Answer> answers, Object descriptions, Object prices) {
        return line(
                title,
                answers.size(),
                count(answers, answer -> answer.status() == 200),
                count(answers, answer -> answer.body().contains("on request")),
                count(answers, answer -> answer.status() == 429),
                quantile(answers, 0.5) + " ms",
                quantile(answers, 1.0) + " ms",
                descriptions,
                prices);
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, COLUMNS, cells).stripTrailing();
    }

    private static long count(List<Answer> answers, Predicate<Answer> which) {
        return answers.stream().filter(which).count();
    }

    private static long quantile(List<Answer> answers, double share) {
        List<Duration> sorted = answers.stream().map(Answer::took).sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1).toMillis();
    }
}
