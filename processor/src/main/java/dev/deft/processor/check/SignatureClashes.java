package dev.deft.processor.check;

import dev.deft.processor.model.TaskType;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.List;
import javax.lang.model.util.Types;

/** Without the injected parameters, two overloads may have become one. */
final class SignatureClashes implements Rule {
    private final Types types;

    SignatureClashes(Types types) {
        this.types = types;
    }

    @Override
    public void check(TaskType type, Problems problems) {
        List<WrapperSignature> signatures =
                type.methods().stream().map(WrapperSignature::of).toList();
        for (WrapperSignature here : signatures) {
            if (here.drops() && !here.method().words().isEmpty()) {
                signatures.stream()
                        .filter(other -> !other.equals(here))
                        .filter(other -> here.clashesWith(other.method().name(), other.parameters(), types))
                        .findFirst()
                        .ifPresent(other -> problems.refuse(
                                here.method(),
                                Problem.SIGNATURES_CLASH,
                                here.method().words().get(0).origin(),
                                here.method().words().get(0).text(),
                                TypeText.of(here.method().element()),
                                TypeText.of(other.method().element())));
            }
        }
    }
}
