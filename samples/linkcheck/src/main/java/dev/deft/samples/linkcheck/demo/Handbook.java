package dev.deft.samples.linkcheck.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the handbook in a folder of its own, with links to a certain server. Closing it deletes the folder. */
final class Handbook implements AutoCloseable {
    /** The server that the documents link to as they are. */
    static final int WRITTEN_PORT = 8089;

    static final List<String> FILES = List.of(
            "README.md",
            "contact.html",
            "courses.md",
            "faq.html",
            "glossary.md",
            "images/floor-plan.svg",
            "membership.html",
            "partners.txt",
            "repairs/brakes.md",
            "repairs/chain.md",
            "repairs/wheels.md",
            "safety.md",
            "style.css",
            "tools.md",
            "visiting.md");

    private final Path folder;

    private Handbook(Path folder) {
        this.folder = folder;
    }

    /** Copies the handbook, its links to the server turned to {@code port}. */
    static Handbook copy(int port) throws IOException {
        Handbook handbook = new Handbook(Files.createTempDirectory("handbook"));
        for (String file : FILES) {
            Path copy = handbook.folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, read(file).replaceAll("(?i)(localhost):" + WRITTEN_PORT, "$1:" + port));
        }
        return handbook;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Handbook::delete);
        }
    }

    private static String read(String file) throws IOException {
        try (InputStream content = Handbook.class.getResourceAsStream("/handbook/" + file)) {
            if (content == null) {
                throw new IOException("The handbook lacks its page " + file);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
