package dev.deft.processor.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.annotation.Word;
import dev.deft.processor.model.WordKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What users can list in {@code @Nesting}, held against the words that there are. */
class NestingWordsTest {
    /** What is no layer, or stays outermost or innermost. */
    private static final Set<WordKind> FIXED = EnumSet.of(
            WordKind.ASYNC, WordKind.BATCH, WordKind.SCHEDULED, WordKind.WORKER, WordKind.FALLBACK, WordKind.RECOVER);

    @Test
    void areAllWordsThatCanMoveInTheirUsualOrder() {
        assertThat(Arrays.stream(Word.values()).map(Enum::name))
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.copyOf(FIXED)).stream()
                        .map(Enum::name)
                        .toList());
    }
}
