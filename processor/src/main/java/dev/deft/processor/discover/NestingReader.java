package dev.deft.processor.discover;

import dev.deft.processor.model.Nesting;
import dev.deft.processor.model.WordKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code @Nesting}. */
final class NestingReader {
    private NestingReader() {}

    static Nesting read(Values values) {
        List<WordKind> order = values.constants("value").stream()
                .map(NestingReader::kind)
                .flatMap(Optional::stream)
                .toList();
        return new Nesting(values.origin("value"), order);
    }

    private static Optional<WordKind> kind(String constant) {
        return Arrays.stream(WordKind.values())
                .filter(kind -> kind.name().equals(constant))
                .findFirst();
    }
}
