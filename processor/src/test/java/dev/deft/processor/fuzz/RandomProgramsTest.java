package dev.deft.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.testing.Compiled;
import dev.deft.processor.testing.Message;
import dev.deft.processor.testing.Source;
import dev.deft.processor.testing.TestCompiler.Tool;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Thousands of random methods under every compiler: each compiles clean with all lint on, or is refused by Deft in its
 * own file; generated sources never have an error or a warning. {@code -Ddeft.fuzz.programs=5000} searches longer,
 * {@code -Ddeft.fuzz.seed=…} elsewhere.
 */
class RandomProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("deft.fuzz.programs", 150);
    private static final long SEED = Long.getLong("deft.fuzz.seed", 1);

    @ParameterizedTest
    @EnumSource
    void isWrappedCleanlyOrRefusedByDeft(Tool tool) {
        int clean = 0;
        Set<String> codes = new TreeSet<>();
        for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
            Source program = RandomProgram.of(seed);
            Compiled compiled = tool.compiler().compile(List.of(program));
            for (Message message : compiled.messages()) {
                String shown = "seed " + seed + " under " + tool + ": " + message + "\n" + program.text();
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
                clean++;
                assertThat(compiled.generated()).describedAs("seed " + seed).isNotEmpty();
            }
        }
        assertThat(codes).as("the generator makes mistakes of several kinds").hasSizeGreaterThan(4);
        assertThat(clean).as("programs that compile").isGreaterThan(PROGRAMS / 8);
    }
}
