package dev.deft.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks with JMH's usual options and prints one table: for each workload every contender's median
 * time and allocation for one call, and its ratio to the hand-written code of the same run; where listeners are measured, also its
 * ratio to itself without one.
 */
public final class Report {
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
        System.out.println("\n" + new CallTable(results));
    }
}
