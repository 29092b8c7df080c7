package dev.deft.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks with JMH's usual options and prints one table: for each workload every contender's time and
 * allocation for one call, and its ratio to the hand-written code of the same run.
 */
public final class Report {
    private static final String BASE = "hand";

    private Report() {}

    /**
     * Runs and prints.
     *
     * @param arguments JMH's own, such as a pattern of benchmark names; without any: all, 3 forks
     * @throws RunnerException when a benchmark fails
     * @throws CommandLineOptionException when an argument makes no sense to JMH
     */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given);
        options.forks(given.getForkCount().orElse(3));
        options.warmupIterations(given.getWarmupIterations().orElse(3));
        options.warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)));
        options.measurementIterations(given.getMeasurementIterations().orElse(5));
        options.measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)));
        options.shouldFailOnError(true);
        options.addProfiler(GCProfiler.class);
        Collection<RunResult> results = new Runner(options.build()).run();
        System.out.println(table(results));
    }

    private static String table(Collection<RunResult> results) {
        Map<String, Map<String, RunResult>> workloads = new TreeMap<>();
        for (RunResult result : results) {
            String[] path = result.getParams().getBenchmark().split("\\.");
            String workload = path[path.length - 2].replace("Benchmark", "");
            workloads.computeIfAbsent(workload, w -> new TreeMap<>()).put(path[path.length - 1], result);
        }
        StringBuilder table = new StringBuilder("\n| workload | contender | ns/op | ± | B/op | × hand |\n");
        table.append("| --- | --- | ---: | ---: | ---: | ---: |\n");
        workloads.forEach((workload, contenders) -> contenders.forEach((contender, result) -> {
            Result<?> time = result.getPrimaryResult();
            RunResult base = contenders.get(BASE);
            String ratio = base == null
                    ? ""
                    : "%.2f".formatted(time.getScore() / base.getPrimaryResult().getScore());
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.2f | %.0f | %s |%n",
                    workload,
                    contender,
                    time.getScore(),
                    time.getScoreError(),
                    allocated(result),
                    ratio));
        }));
        return table.toString();
    }

    private static double allocated(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return bytes == null ? 0 : Math.abs(bytes.getScore());
    }
}
