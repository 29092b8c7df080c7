package dev.deft.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.testing.Compiled;
import dev.deft.processor.testing.Message;
import dev.deft.processor.testing.Source;
import dev.deft.processor.testing.TestCompiler.Tool;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random methods under every compiler: each compiles clean with all lint on, or is refused by Deft in its
 * own file; generated sources never have an error or a warning, and are the same whatever the compiler.
 * {@code -Ddeft.fuzz.programs=5000} searches longer, {@code -Ddeft.fuzz.seed=…} elsewhere.
 */
class RandomProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("deft.fuzz.programs", 150);
    private static final long SEED = Long.getLong("deft.fuzz.seed", 1);

    private final Set<String> codes = new TreeSet<>();
    private final Map<Tool, Integer> clean = new EnumMap<>(Tool.class);

    @Test
    void areWrappedCleanlyAndAlikeOrRefusedByDeft() {
        for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
            Source program = RandomProgram.of(seed);
            Map<String, String> first = null;
            for (Tool tool : Tool.values()) {
                Compiled compiled = tool.compiler().compile(List.of(program));
                check(compiled, "seed " + seed + " under " + tool, program);
                clean.merge(tool, compiled.success() ? 1 : 0, Integer::sum);
                first = first == null ? compiled.generated() : first;
                assertThat(compiled.generated())
                        .as("seed %d under %s\n%s", seed, tool, program.text())
                        .isEqualTo(first);
            }
        }
        assertThat(codes).as("the generator makes mistakes of several kinds").hasSizeGreaterThan(4);
        assertThat(clean.values()).as("programs that compile").allMatch(count -> count > PROGRAMS / 8);
    }

    private void check(Compiled compiled, String where, Source program) {
        for (Message message : compiled.messages()) {
            String shown = where + ": " + message + "\n" + program.text();
            if (!message.file().equals(program.fileName())) {
                throw new AssertionError("in a generated source: " + shown + compiled.generated());
            }
            if (message.isError()) {
                assertThat(message.code()).describedAs(shown).isPresent();
            }
            assertThat(message.code()).describedAs(shown).isNotEqualTo(Optional.of("DEFT099"));
            message.code().ifPresent(codes::add);
        }
        if (compiled.success()) {
            assertThat(compiled.generated()).describedAs(where).isNotEmpty();
        }
    }
}
