package dev.deft.samples.linkcheck.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the flaky server alone, to check the handbook, or something else, from another terminal. */
@Command(
        name = "serve",
        description = "Run the flaky server of the demo until Ctrl-C.",
        mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + Handbook.WRITTEN_PORT,
            description = "Default: ${DEFAULT-VALUE}, which the handbook links to.")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "14",
            description = "Decides which pages are unsteady. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (FlakyServer server = FlakyServer.start(port, HandbookSite.pages(seed))) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("A flaky server runs on " + server.url() + ", with seed " + seed + ". Ctrl-C ends it.");
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
