package dev.deft.benchmarks;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.deft.benchmarks.bridges.Watcher;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** For each workload every contender's time and allocation for one call, and its ratios. */
final class CallTable {
    private static final String BASE = "hand";

    private final Map<Row, RunResult> results = new TreeMap<>(Row.ORDER);

    CallTable(Collection<RunResult> results) {
        results.forEach(result -> this.results.put(Row.of(result), result));
    }

    @Override
    public String toString() {
        StringBuilder table =
                new StringBuilder("| workload | contender | ns/op, median | ± | B/op | × hand | × unwatched |\n");
        table.append("| --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
        results.forEach((row, result) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.0f | %s | %s |%n",
                row.title(),
                row.contender,
                median(result),
                result.getPrimaryResult().getScoreError(),
                allocated(result),
                ratio(result, row.byHand()),
                row.watcher == null ? "" : ratio(result, row.unwatched()))));
        return table.toString();
    }

    private static double allocated(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return bytes == null ? 0 : Math.abs(bytes.getScore());
    }

    private String ratio(RunResult result, Row of) {
        RunResult base = results.get(of);
        return base == null ? "" : String.format(Locale.ROOT, "%.2f", median(result) / median(base));
    }

    /** Of all iterations of all forks: processors that move apart for a while make some of them several times slower. */
    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    /** What a line is of; the watcher is null where nothing is said of watching. */
    private record Row(String workload, Watcher watcher, String contender) {
        static final Comparator<Row> ORDER = comparing(Row::workload)
                .thenComparing(Row::watcher, nullsFirst(naturalOrder()))
                .thenComparing(Row::contender);

        static Row of(RunResult result) {
            String[] path = result.getParams().getBenchmark().split("\\.");
            String watcher = result.getParams().getParam("watcher");
            return new Row(
                    path[path.length - 2].replace("Benchmark", ""),
                    watcher == null ? null : Watcher.valueOf(watcher),
                    path[path.length - 1]);
        }

        String title() {
            return watcher == null ? workload : workload + " " + watcher;
        }

        Row byHand() {
            return new Row(workload, watcher, BASE);
        }

        Row unwatched() {
            return new Row(workload, Watcher.NOBODY, contender);
        }
    }
}
