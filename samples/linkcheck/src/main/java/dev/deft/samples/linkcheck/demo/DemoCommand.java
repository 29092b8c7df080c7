package dev.deft.samples.linkcheck.demo;

import dev.deft.samples.linkcheck.CheckOptions;
import dev.deft.samples.linkcheck.Session;
import dev.deft.samples.linkcheck.ShutdownGuard;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the handbook against the flaky server, both of which it brings along. */
@Command(
        name = "demo",
        description = "Check a small handbook against a slow, flaky and sometimes dead server on this machine.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private CheckOptions options = new CheckOptions();

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "14",
            description = "Decides which pages of the server are unsteady. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (ShutdownGuard guard = ShutdownGuard.open();
                FlakyServer server = FlakyServer.start(0, HandbookSite.pages(seed));
                Handbook handbook = Handbook.copy(server.url().getPort())) {
            if (!options.quiet()) {
                err.println("A flaky server runs on " + server.url() + ", with seed " + seed + ".");
                err.flush();
            }
            return new Session(options, guard, out, err)
                    .run(List.of(handbook.folder().toString()));
        }
    }
}
