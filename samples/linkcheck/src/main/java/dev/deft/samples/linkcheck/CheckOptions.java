package dev.deft.samples.linkcheck;

import dev.deft.samples.linkcheck.report.ReportFormat;
import dev.deft.samples.linkcheck.report.ReportFormat.Detail;
import picocli.CommandLine.Option;

/** The options of every command that checks links. */
public final class CheckOptions {
    @Option(names = "--offline", description = "Check only files and anchors; leave the web alone.")
    private boolean offline;

    @Option(
            names = {"-a", "--all"},
            description = "List every link, also those that are fine or skipped.")
    private boolean all;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell of every attempt that failed.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print the broken links and nothing else.")
    private boolean quiet;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TABLE",
            description = "How to write the report: table or json. Default: table.")
    private ReportFormat.Name format = ReportFormat.Name.TABLE;

    boolean offline() {
        return offline;
    }

    boolean verbose() {
        return verbose;
    }

    /** Whether to print the broken links and nothing else. */
    public boolean quiet() {
        return quiet;
    }

    ReportFormat format() {
        return format.format();
    }

    Detail detail() {
        if (quiet) {
            return Detail.PROBLEMS;
        }
        return all ? Detail.ALL : Detail.NORMAL;
    }
}
