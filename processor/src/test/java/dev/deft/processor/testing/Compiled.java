package dev.deft.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The outcome of a compilation.
 *
 * @param success whether the compiler was content
 * @param messages what it said, in the order in which it said it
 * @param generated the sources that processors wrote: text by path, {@code shop/PaymentServiceTasks.java}
 * @param classes the folder of class files
 */
public record Compiled(boolean success, List<Message> messages, Map<String, String> generated, Path classes) {
    /** The errors alone. */
    public List<Message> errors() {
        return messages.stream().filter(Message::isError).toList();
    }

    /** The warnings alone. */
    public List<Message> warnings() {
        return messages.stream().filter(Message::isWarning).toList();
    }

    /** Those that come from Deft. */
    public List<Message> ofDeft() {
        return messages.stream().filter(message -> message.code().isPresent()).toList();
    }

    /** Fails the test unless the compiler had nothing to say. */
    public Compiled clean() {
        assertThat(messages).isEmpty();
        assertThat(success).isTrue();
        return this;
    }

    /** Fails the test unless it compiled, warnings or not. */
    public Compiled succeeded() {
        assertThat(errors()).isEmpty();
        assertThat(success).isTrue();
        return this;
    }

    /** The text of a generated source: {@code generated("shop.PaymentServiceTasks")}. */
    public String generated(String type) {
        String path = type.replace('.', '/') + ".java";
        assertThat(generated).containsKey(path);
        return generated.get(path);
    }

    /** The plans that the processor wrote: text by path, {@code META-INF/deft/shop.PaymentService.json}. */
    public Map<String, String> plans() {
        Map<String, String> plans = new TreeMap<>();
        Path folder = classes.resolve("META-INF/deft");
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path file : files.toList()) {
                plans.put("META-INF/deft/" + file.getFileName(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plans;
    }

    /** The plan of a class, called as the virtual machine calls it: {@code plan("shop.Outer$Inner")}. */
    public String plan(String type) {
        String path = "META-INF/deft/" + type + ".json";
        assertThat(plans()).containsKey(path);
        return plans().get(path);
    }

    /** A loader of what was compiled, here and in other compilations that it needs, below the tests' own. */
    public ClassLoader loader(Compiled... others) {
        List<URL> folders = new ArrayList<>(List.of(folder()));
        for (Compiled other : others) {
            folders.add(other.folder());
        }
        return new URLClassLoader(folders.toArray(URL[]::new), getClass().getClassLoader());
    }

    private URL folder() {
        try {
            return classes.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls the static method {@code run()} of a compiled class and hands back what it returns. */
    public Object run(String type, Compiled... others) throws Exception {
        var method = loader(others).loadClass(type).getDeclaredMethod("run");
        method.setAccessible(true);
        return method.invoke(null);
    }
}
