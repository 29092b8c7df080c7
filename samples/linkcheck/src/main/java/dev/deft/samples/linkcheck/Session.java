package dev.deft.samples.linkcheck;

import dev.deft.Deft;
import dev.deft.samples.linkcheck.documents.LinkCollector;
import dev.deft.samples.linkcheck.documents.Links;
import dev.deft.samples.linkcheck.documents.Pages;
import dev.deft.samples.linkcheck.report.Progress;
import dev.deft.samples.linkcheck.report.ProgressLines;
import dev.deft.samples.linkcheck.report.ProgressOnTerminal;
import dev.deft.samples.linkcheck.web.HttpWeb;
import java.io.PrintWriter;
import java.util.List;

/**
 * What a command does, from its inputs to its exit code.
 *
 * @param options what the user wants
 * @param guard what tells of Ctrl-C
 * @param out where the report goes
 * @param err where everything else goes
 */
public record Session(CheckOptions options, ShutdownGuard guard, PrintWriter out, PrintWriter err) {
    /** Checks the links of all inputs, prints the report and returns the exit code. */
    public int run(List<String> inputs) {
        Pages pages = new Pages();
        LinkCollector collector = new LinkCollector(pages);
        inputs.forEach(collector::add);
        Links links = collector.links();
        links.unreadable().forEach(message -> err.println("linkcheck: " + message));
        err.flush();
        return check(links, pages);
    }

    private int check(Links links, Pages pages) {
        try (Deft deft = deft();
                HttpWeb web = new HttpWeb();
                LinkCheck check = new LinkCheck(web, pages, options.offline(), deft)) {
            guard.onShutdown(check::cancel);
            Report report;
            try (Progress progress = progress(links.links().size())) {
                report = check.check(links, progress);
            }
            options.format().write(report, options.detail(), out);
            return report.exitCode();
        }
    }

    private Deft deft() {
        Deft.Builder builder = Deft.builder();
        if (options.verbose()) {
            builder.listener(new AttemptLog(err));
        }
        return builder.build();
    }

    private Progress progress(int total) {
        if (options.quiet() || options.verbose() || total == 0) {
            return Progress.silent();
        }
        return isTerminal() ? new ProgressOnTerminal(total, System.err) : new ProgressLines(total, err);
    }

    private static boolean isTerminal() {
        return System.console() != null;
    }
}
