package dev.deft.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule of {@code docs/go-rules.md} names a test that there is. */
class GoRulesTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)` \\|$");

    @Test
    void eachRuleHasATest() throws IOException {
        Map<String, String> tests = new HashMap<>();
        int rules = 0;
        for (String line : Files.readAllLines(PROJECT.resolve("docs/go-rules.md"))) {
            if (!line.startsWith("| ") || line.startsWith("| rule") || line.startsWith("| ---")) {
                continue;
            }
            Matcher test = TEST.matcher(line);
            assertThat(test.find()).as(line).isTrue();
            String name = test.group(1);
            if (!tests.containsKey(name)) {
                tests.put(name, source(name));
            }
            assertThat(tests.get(name)).as(line).containsPattern("@\\w*Test\\b[^;{}]*\\s" + test.group(2) + "\\(");
            rules++;
        }
        assertThat(rules).isGreaterThan(140);
    }

    private static String source(String test) throws IOException {
        for (String module : new String[] {"runtime", "extensions/channels"}) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(module + "/src/test/java"))) {
                for (Path file :
                        files.filter(file -> file.endsWith(test + ".java")).toList()) {
                    return Files.readString(file);
                }
            }
        }
        throw new AssertionError("there is no test " + test);
    }
}
