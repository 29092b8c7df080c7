package dev.deft.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Java of README, guides, reference, samples and the pages for those who come from other libraries is code that
 * compiles: a snippet names the region of a sample that it shows, or the generated source that it is taken from. JSON under
 * a comment that names a file is all of it. {@code -Dgoldens=update} copies regions and files into the pages.
 */
class DocumentationTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("goldens"));
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final String FENCE = "```";
    private static final Pattern REGION = Pattern.compile("<!-- from (\\S+)#(\\S+) -->");
    private static final Pattern FILE = Pattern.compile("<!-- all of (\\S+) -->");
    private static final Pattern GENERATED = Pattern.compile("<!-- generated (\\S+) -->");

    @Test
    void snippetsAreTakenFromSources() throws IOException {
        int snippets = 0;
        for (Path page : pages()) {
            String text = Files.readString(page);
            List<String> shown = text.lines().toList();
            List<String> mended = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                mended.add(shown.get(i));
                String comment = shown.get(Math.max(0, i - 1));
                boolean isFile = shown.get(i).equals(FENCE + "json")
                        && FILE.matcher(comment).matches();
                if (!isFile && !shown.get(i).equals(FENCE + "java")) {
                    continue;
                }
                snippets++;
                int end = shown.subList(i + 1, shown.size()).indexOf(FENCE) + i + 1;
                mended.addAll(source(page, comment, shown.subList(i + 1, end)));
                i = end - 1;
            }
            String right = String.join("\n", mended) + "\n";
            if (UPDATE) {
                Files.writeString(page, right);
            } else {
                assertThat(text).as(page.toString()).isEqualTo(right);
            }
        }
        assertThat(snippets).isGreaterThan(20);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        pages.add(PROJECT.resolve("README.md"));
        pages.add(PROJECT.resolve("docs/go-to-java.md"));
        pages.add(PROJECT.resolve("samples/gateway/README.md"));
        pages.add(PROJECT.resolve("samples/linkcheck/README.md"));
        pages.add(PROJECT.resolve("samples/service/README.md"));
        for (String folder : List.of("docs/guide", "docs/reference", "docs/coming-from")) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    /** What a snippet ought to be, by the comment above it. */
    private static List<String> source(Path page, String comment, List<String> shown) throws IOException {
        Matcher region = REGION.matcher(comment);
        if (region.matches()) {
            return region(PROJECT.resolve(region.group(1)), region.group(2));
        }
        Matcher file = FILE.matcher(comment);
        if (file.matches()) {
            return Files.readAllLines(PROJECT.resolve(file.group(1)));
        }
        Matcher generated = GENERATED.matcher(comment);
        assertThat(generated.matches())
                .as("%s: no comment above a snippet says where it comes from: %s", page, comment)
                .isTrue();
        String text = Files.readString(PROJECT.resolve(generated.group(1)));
        assertThat(text).as("%s: what is generated today", page).contains(String.join("\n", shown));
        return shown;
    }

    private static List<String> region(Path file, String tag) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int first = indexOf(lines, "// tag::" + tag + "[]", file);
        int last = indexOf(lines, "// end::" + tag + "[]", file);
        List<String> region = lines.subList(first + 1, last);
        int margin = region.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return region.stream()
                .map(line -> line.isBlank() ? "" : line.substring(margin))
                .toList();
    }

    private static int indexOf(List<String> lines, String mark, Path file) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(mark)) {
                return i;
            }
        }
        throw new AssertionError("no " + mark + " in " + file);
    }
}
