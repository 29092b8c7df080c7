package dev.deft.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source file to compile.
 *
 * @param path where it lies below the source folder: {@code shop/PaymentService.java}
 * @param text its content
 */
public record Source(String path, String text) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\p{javaJavaIdentifierPart}.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:(?:public|final|abstract|sealed|non-sealed|strictfp|@[\\w.]+(?:\\([^\\n]*\\))?)\\s+)*"
                    + "(?:class|interface|enum|record|@interface)\\s+(\\p{javaJavaIdentifierPart}+)");

    /** A file named after the package and the first top-level type that {@code text} declares at a line's start. */
    public static Source of(String text) {
        Matcher packaged = PACKAGE.matcher(text);
        String folder = packaged.find() ? packaged.group(1).replace('.', '/') + "/" : "";
        Matcher type = TYPE.matcher(text);
        String name = type.find() ? type.group(1) : "package-info";
        return new Source(folder + name + ".java", text);
    }

    /** A file on disk, placed by its package. */
    public static Source of(Path file) {
        try {
            String text = Files.readString(file);
            Matcher packaged = PACKAGE.matcher(text);
            String folder = packaged.find() ? packaged.group(1).replace('.', '/') + "/" : "";
            return new Source(folder + file.getFileName(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All Java files below a folder of {@code src/test/resources}, in the order of their names. */
    public static List<Source> under(String resources) {
        try (Stream<Path> files = Files.walk(resource(resources))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Source::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder or file of {@code src/test/resources}, wherever the tests are run from. */
    public static Path resource(String name) {
        return projectFolder().resolve("processor/src/test/resources").resolve(name);
    }

    /** The folder of the whole project. */
    public static Path projectFolder() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("processor")) ? here : here.getParent();
    }

    /** The name without folders. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
