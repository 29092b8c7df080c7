package dev.deft.samples.linkcheck;

import dev.deft.samples.linkcheck.demo.DemoCommand;
import dev.deft.samples.linkcheck.demo.ServeCommand;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the link checker. */
@Command(
        name = "linkcheck",
        description = "Checks the links in Markdown and HTML documents.",
        mixinStandardHelpOptions = true,
        versionProvider = LinkCheckCommand.Version.class,
        sortOptions = false,
        exitCodeOnExecutionException = ExitCode.BAD_INPUT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All links are fine.",
            "1:Some links are broken, or could not be reached.",
            "2:The command line is wrong, or some input could not be read.",
            "130:Cancelled with Ctrl-C."
        },
        subcommands = {DemoCommand.class, ServeCommand.class})
public final class LinkCheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "INPUT",
            description = {
                "A folder of documents, a Markdown or HTML document,",
                "a file with a list of addresses, or an http(s) address."
            })
    private List<String> inputs = List.of();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new LinkCheckCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() {
        if (inputs.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Which documents? Give at least one INPUT.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (ShutdownGuard guard = ShutdownGuard.open()) {
            return new Session(options, guard, out, err).run(inputs);
        }
    }

    /** Finds the version in the manifest of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = LinkCheckCommand.class.getPackage().getImplementationVersion();
            return new String[] {"linkcheck " + (version == null ? "(not packaged)" : version)};
        }
    }
}
