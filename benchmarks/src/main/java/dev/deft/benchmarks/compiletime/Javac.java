package dev.deft.benchmarks.compiletime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs javac in new processes, against Deft's annotations and runtime. */
final class Javac {
    private final Path home;

    /**
     * @param home the folder with the benchmarks' jar, beside which the build has put all others
     */
    Javac(Path home) {
        this.home = home;
    }

    /** The options that turn Deft on. */
    List<String> deft() {
        return List.of(
                "-processorpath", home.resolve("processor/deft-processor.jar").toString());
    }

    /**
     * Compiles for Java 21.
     *
     * @param sources what is compiled
     * @param options further ones
     * @param folder where classes and generated sources go
     */
    Usage run(List<Path> sources, List<String> options, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>(options);
        lines.addAll(List.of("--release", "21", "-cp", libraries()));
        lines.addAll(List.of("-d", folder.toString(), "-s", folder.toString()));
        sources.forEach(source -> lines.add(source.toString()));
        Path arguments = Files.write(folder.resolve("arguments"), lines);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasuredJavac.class.getName(),
                        "@" + arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("javac fails with " + options);
        }
        return Usage.parse(said);
    }

    private String libraries() throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        }
    }
}
