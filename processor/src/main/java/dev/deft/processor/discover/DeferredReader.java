package dev.deft.processor.discover;

import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code @Deferred}. */
final class DeferredReader implements WordReader {
    @Override
    public String word() {
        return "Deferred";
    }

    @Override
    public Optional<Word.Deferred> read(Mark mark, Values values, Reading reading) {
        List<String> names = values.strings("value");
        List<NamedMethod> cleanups = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            reading.method(Role.CLEANUP, values, "value", i, names.get(i)).ifPresent(cleanups::add);
        }
        return Optional.of(new Word.Deferred(mark.origin(), mark.text(), List.copyOf(cleanups), outcome(values)));
    }

    private static Word.Deferred.On outcome(Values values) {
        return switch (values.constant("on")) {
            case "SUCCESS" -> Word.Deferred.On.SUCCESS;
            case "FAILURE" -> Word.Deferred.On.FAILURE;
            default -> Word.Deferred.On.ANY;
        };
    }
}
