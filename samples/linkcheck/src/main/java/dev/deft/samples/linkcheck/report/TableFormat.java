package dev.deft.samples.linkcheck.report;

import dev.deft.samples.linkcheck.CheckedLink;
import dev.deft.samples.linkcheck.Outcome;
import dev.deft.samples.linkcheck.Report;
import dev.deft.samples.linkcheck.documents.Place;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A table for people, and a summary below it. */
final class TableFormat implements ReportFormat {
    private static final String GAP = "  ";

    @Override
    public void write(Report report, Detail detail, PrintWriter out) {
        List<CheckedLink> rows =
                report.checked().stream().filter(link -> belongs(link, detail)).toList();
        if (!rows.isEmpty()) {
            writeTable(rows, out);
            out.println();
        }
        if (detail != Detail.PROBLEMS) {
            out.println(summary(report));
        }
        out.flush();
    }

    private static boolean belongs(CheckedLink link, Detail detail) {
        return switch (detail) {
            case PROBLEMS -> link.outcome().isProblem();
            case NORMAL -> link.outcome().isProblem() || link.outcome() == Outcome.REDIRECTED || link.attempts() > 1;
            case ALL -> true;
        };
    }

    private static void writeTable(List<CheckedLink> rows, PrintWriter out) {
        int width = rows.stream()
                .mapToInt(row -> row.link().target().toString().length())
                .max()
                .orElse(0);
        String format = "%-11s" + GAP + "%5s" + GAP + "%7s" + GAP + "%-" + width + "s" + GAP + "%s%n";
        String indent = " ".repeat(11 + 5 + 7 + 3 * GAP.length());
        out.printf(Locale.ROOT, format, "STATUS", "TRIES", "TIME", "LINK", "LINKED FROM");
        for (CheckedLink row : rows) {
            out.printf(
                    Locale.ROOT,
                    format,
                    lower(row.outcome()),
                    row.attempts() == 0 ? "-" : row.attempts(),
                    time(row.result().time()),
                    row.link().target(),
                    places(row.link().places()));
            if (!row.result().detail().isEmpty()) {
                out.println(indent + row.result().detail());
            }
        }
    }

    private static String places(List<Place> places) {
        int others = places.size() - 1;
        return places.get(0) + (others == 0 ? "" : " and " + others + " more");
    }

    private static String summary(Report report) {
        List<String> counts = new ArrayList<>();
        addCount(counts, report.count(Outcome.OK), "fine");
        addCount(counts, report.count(Outcome.REDIRECTED), "redirected");
        addCount(counts, report.count(Outcome.BROKEN), "broken");
        addCount(counts, report.count(Outcome.UNREACHABLE), "unreachable");
        addCount(counts, report.count(Outcome.SKIPPED), "skipped" + kinds(report));
        addCount(counts, report.count(Outcome.CANCELLED), "not checked, because the run was cancelled");
        return number(report.checked().size(), "link") + " in " + number(report.documents(), "document") + ", "
                + time(report.took()) + (counts.isEmpty() ? "" : ": " + String.join(", ", counts)) + ".";
    }

    private static void addCount(List<String> counts, long count, String what) {
        if (count > 0) {
            counts.add(count + " " + what);
        }
    }

    /** What was skipped, such as {@code (3 mailto, 1 tel)}. */
    private static String kinds(Report report) {
        Map<String, Long> kinds = report.checked().stream()
                .filter(link -> link.outcome() == Outcome.SKIPPED)
                .collect(Collectors.groupingBy(link -> link.result().detail(), TreeMap::new, Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String number(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String lower(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Duration time) {
        if (time.isZero()) {
            return "-";
        }
        return time.compareTo(Duration.ofSeconds(1)) < 0
                ? Math.max(1, time.toMillis()) + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
