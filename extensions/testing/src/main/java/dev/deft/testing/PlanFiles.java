package dev.deft.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** Finds the plans that lie beside the classes. */
final class PlanFiles {
    private static final String FOLDER = "META-INF/deft/";
    private static final String ENDING = ".json";

    private PlanFiles() {}

    /** The plans of a class; null if it has no file. */
    static @Nullable List<Plan> of(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        String file = FOLDER + type.getName() + ENDING;
        try (InputStream content = loader == null ? null : loader.getResourceAsStream(file)) {
            return content == null ? null : read(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All plans in folders and jars that a loader sees. A jar may have no entries for its folders, by which the loader would find
     * them; then it is found by its manifest.
     */
    static List<Plan> all(ClassLoader loader) {
        List<Plan> plans = new ArrayList<>();
        Set<String> jars = new HashSet<>();
        try {
            for (String found : List.of(FOLDER, JarFile.MANIFEST_NAME)) {
                for (URL url : Collections.list(loader.getResources(found))) {
                    URLConnection connection = url.openConnection();
                    if (connection instanceof JarURLConnection jar) {
                        if (jars.add(jar.getJarFileURL().toString())) {
                            readJar(jar, plans);
                        }
                    } else if (found.equals(FOLDER) && url.getProtocol().equals("file")) {
                        readFolder(Path.of(URI.create(url.toString())), plans);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plans;
    }

    private static void readJar(JarURLConnection connection, List<Plan> plans) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(ENDING)) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        plans.addAll(read(content));
                    }
                }
            }
        }
    }

    private static void readFolder(Path folder, List<Plan> plans) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            plans.addAll(PlanReader.read(Files.readString(file)));
        }
    }

    private static List<Plan> read(InputStream content) throws IOException {
        return PlanReader.read(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
}
