package dev.deft.benchmarks.compiletime;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compiles projects of 100, 1 000 and 5 000 methods in three ways: without wrappers, with the same wrappers as ordinary
 * sources, and with Deft. Prints CPU time, ratios and memory.
 */
public final class CompileTime {
    private static final String PLAIN = "plain";
    private static final String HAND = "hand";
    private static final String DEFT = "deft";

    private final Javac javac;
    private final Path folder;

    private CompileTime(Javac javac, Path folder) {
        this.javac = javac;
        this.folder = folder;
    }

    /**
     * Runs and prints.
     *
     * @param arguments how many rounds, 5 if there is none; then the numbers of methods
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, URISyntaxException {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        int[] sizes = arguments.length < 2
                ? new int[] {100, 1_000, 5_000}
                : Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        Path jar = Path.of(CompileTime.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path folder = Files.createTempDirectory("compile-time");
        try {
            System.out.println(new CompileTime(new Javac(jar.getParent()), folder).table(rounds, sizes));
        } finally {
            delete(folder);
        }
    }

    private String table(int rounds, int[] sizes) throws IOException, InterruptedException {
        Table table = new Table();
        for (int size : sizes) {
            Map<String, Usage> usages = measured(contenders(size), rounds);
            usages.forEach((name, usage) -> table.add(size, name, usage, usages.get(PLAIN), usages.get(HAND)));
        }
        return table.toString();
    }

    /** The wrappers that count as written by hand are Deft's own: letter for letter the same work for the compiler. */
    private List<Contender> contenders(int methods) throws IOException, InterruptedException {
        List<Path> plain = SampleProject.write(folder.resolve("plain" + methods), methods, false);
        List<Path> annotated = SampleProject.write(folder.resolve("annotated" + methods), methods, true);
        Path wrappers = folder.resolve("wrappers" + methods);
        List<String> only = new ArrayList<>(javac.deft());
        only.add("-proc:only");
        javac.run(annotated, only, wrappers);
        List<Path> withWrappers = new ArrayList<>(plain);
        withWrappers.addAll(SampleProject.sourcesBelow(wrappers));
        return List.of(
                new Contender(PLAIN, plain, List.of("-proc:none")),
                new Contender(HAND, withWrappers, List.of("-proc:none")),
                new Contender(DEFT, annotated, javac.deft()));
    }

    /** The contenders take turns, so that whatever else the machine does hits them alike. */
    private Map<String, Usage> measured(List<Contender> contenders, int rounds)
            throws IOException, InterruptedException {
        Map<String, List<Usage>> runs = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contender each : contenders) {
                Path output = folder.resolve("output");
                Usage usage = javac.run(each.sources(), each.options(), output);
                runs.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(usage);
                delete(output);
            }
        }
        Map<String, Usage> medians = new LinkedHashMap<>();
        runs.forEach((name, usages) -> medians.put(name, Usage.median(usages)));
        return medians;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
