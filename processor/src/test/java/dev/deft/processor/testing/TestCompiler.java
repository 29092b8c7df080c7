package dev.deft.processor.testing;

import dev.deft.processor.DeftProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * Compiles sources with the processor, under javac or ecj, in a folder of its own below {@code target}. Immutable: each
 * {@code with…} gives another compiler.
 *
 * <p>A test that is to run under both takes one as a parameter: {@code @ParameterizedTest @EnumSource} over
 * {@link Tool}, then {@code tool.compiler()}.
 */
public final class TestCompiler {
    /** The compilers that Deft is tested under. */
    public enum Tool {
        JAVAC,
        ECJ;

        /** A compiler for release 21 with Deft's processor and all lint on. */
        public TestCompiler compiler() {
            List<String> options = this == JAVAC
                    ? List.of("--release", "21", "-Xlint:all,-processing,-options")
                    : List.of("--release", "21", "-g");
            return new TestCompiler(this, options, List.of(DeftProcessor::new), userClassPath());
        }
    }

    private final Tool tool;
    private final List<String> options;
    private final List<Supplier<? extends Processor>> processors;
    private final List<Path> classPath;

    private TestCompiler(
            Tool tool, List<String> options, List<Supplier<? extends Processor>> processors, List<Path> classPath) {
        this.tool = tool;
        this.options = options;
        this.processors = processors;
        this.classPath = classPath;
    }

    /** javac with Deft's processor. */
    public static TestCompiler javac() {
        return Tool.JAVAC.compiler();
    }

    /** ecj with Deft's processor. */
    public static TestCompiler ecj() {
        return Tool.ECJ.compiler();
    }

    /** The same with more options. */
    public TestCompiler withOptions(String... more) {
        return new TestCompiler(tool, plus(options, Arrays.asList(more)), processors, classPath);
    }

    /** The same with these processors instead of Deft's; a new one of each for every compilation. */
    @SafeVarargs
    public final TestCompiler withProcessors(Supplier<? extends Processor>... instead) {
        List<Supplier<? extends Processor>> all = new ArrayList<>();
        for (Supplier<? extends Processor> each : instead) {
            all.add(each);
        }
        return new TestCompiler(tool, options, List.copyOf(all), classPath);
    }

    /** The same with nothing to compile against but these folders or jars, not even Deft's runtime. */
    public TestCompiler withOnlyClassPath(Path... only) {
        return new TestCompiler(tool, options, processors, List.of(only));
    }

    /** The same with further folders or jars to compile against, such as {@link Compiled#classes()}. */
    public TestCompiler withClassPath(Path... more) {
        return new TestCompiler(tool, options, processors, plus(classPath, Arrays.asList(more)));
    }

    /** Compiles sources, each named by its package and its first type. */
    public Compiled compile(String... sources) {
        return compile(Arrays.stream(sources).map(Source::of).toList());
    }

    /** Compiles sources, in this order. */
    public Compiled compile(List<Source> sources) {
        try {
            return compileInFolder(sources, newFolder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Compiled compileInFolder(List<Source> sources, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path generated = Files.createDirectories(folder.resolve("generated"));
        List<Path> files = new ArrayList<>();
        for (Source source : sources) {
            Path file = folder.resolve("sources").resolve(source.path());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.text()));
        }
        JavaCompiler compiler = tool == Tool.JAVAC ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        boolean success;
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    Writer.nullWriter(),
                    manager,
                    diagnostics,
                    options,
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(processors.stream()
                    .map(Supplier::get)
                    .map(Processor.class::cast)
                    .toList());
            success = task.call();
        }
        List<Message> messages = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            messages.add(message(diagnostic));
        }
        return new Compiled(success, List.copyOf(messages), texts(generated), classes);
    }

    private static Message message(Diagnostic<? extends JavaFileObject> diagnostic) throws IOException {
        JavaFileObject source = diagnostic.getSource();
        String file = "";
        long start = diagnostic.getColumnNumber();
        long end = start;
        if (source != null) {
            file = source.getName()
                    .substring(source.getName().replace('\\', '/').lastIndexOf('/') + 1);
            if (diagnostic.getStartPosition() >= 0) {
                String text = Files.readString(Path.of(source.toUri()));
                int lineStart = text.lastIndexOf('\n', Math.toIntExact(diagnostic.getPosition()) - 1) + 1;
                start = Math.max(0, diagnostic.getStartPosition() - lineStart) + 1;
                end = diagnostic.getEndPosition() - lineStart + 1;
            }
        }
        return new Message(
                diagnostic.getKind(),
                file,
                diagnostic.getLineNumber(),
                diagnostic.getColumnNumber(),
                start,
                end,
                diagnostic.getMessage(Locale.ROOT));
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    /** What a user's project depends on: annotations, runtime, channels, JSpecify. */
    private static List<Path> userClassPath() {
        return Stream.of(
                        "dev.deft.annotation.Async",
                        "dev.deft.GeneratedTasks",
                        "dev.deft.channel.Channel",
                        "org.jspecify.annotations.Nullable")
                .map(TestCompiler::home)
                .toList();
    }

    /** The folder or jar that a class of the tests comes from. */
    public static Path home(String type) {
        try {
            CodeSource source = Class.forName(type).getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (ReflectiveOperationException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path newFolder() throws IOException {
        Path parent = Source.projectFolder().resolve("processor/target/compilations");
        Files.createDirectories(parent);
        return Files.createTempDirectory(parent, "c");
    }

    private static <T> List<T> plus(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
