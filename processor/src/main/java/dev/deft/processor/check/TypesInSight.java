package dev.deft.processor.check;

import dev.deft.processor.model.FailureTypes;
import dev.deft.processor.model.Origin;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The wrapper stands beside the class, in its package, and speaks of all types in its methods' signatures. */
final class TypesInSight implements Rule {
    private final Elements elements;

    TypesInSight(Elements elements) {
        this.elements = elements;
    }

    @Override
    public void check(TaskType type, Problems problems) {
        PackageElement here = elements.getPackageOf(type.element());
        HiddenTypes hidden = new HiddenTypes(elements, here);
        Optional<TypeElement> hiddenFromAll =
                hidden.in(type.type()).or(() -> type.implemented().flatMap(hidden::in));
        if (hiddenFromAll.isPresent()) {
            refuseAll(type, hiddenFromAll.get(), problems);
            return;
        }
        for (TaskMethod method : type.methods()) {
            Origin origin = method.words().isEmpty()
                    ? Origin.of(type.element())
                    : method.words().get(0).origin();
            String text =
                    method.words().isEmpty() ? "@Tasks" : method.words().get(0).text();
            hidden.in(method.type())
                    .ifPresent(found -> problems.refuse(
                            method,
                            Problem.TYPE_OUT_OF_SIGHT,
                            origin,
                            text,
                            TypeText.of(method.element()),
                            found.getSimpleName(),
                            type.wrapperName()));
            for (Word word : method.words()) {
                words(word)
                        .flatMap(each -> hidden.in(each).stream())
                        .findFirst()
                        .ifPresent(found -> problems.add(
                                Problem.TYPE_OUT_OF_SIGHT,
                                word.origin(),
                                word.text(),
                                "it",
                                found.getSimpleName(),
                                type.wrapperName()));
            }
        }
    }

    /** The class has a type parameter with such a bound, or an interface, which its wrapper would have to repeat. */
    private static void refuseAll(TaskType type, TypeElement found, Problems problems) {
        Word first = type.methods().stream()
                .flatMap(method -> method.words().stream())
                .findFirst()
                .orElseThrow();
        type.methods()
                .forEach(method -> problems.refuse(
                        method,
                        Problem.TYPE_OUT_OF_SIGHT,
                        first.origin(),
                        first.text(),
                        type.element().getSimpleName(),
                        found.getSimpleName(),
                        type.wrapperName()));
    }

    /** The types that a word brings into the wrapper. */
    private static Stream<TypeMirror> words(Word word) {
        Stream<TypeMirror> handed = word.methods().stream().flatMap(each -> each.failureType().stream());
        return word instanceof Word.Selective selective
                ? Stream.concat(failures(selective.failures()), handed)
                : handed;
    }

    private static Stream<TypeMirror> failures(FailureTypes failures) {
        return Stream.concat(failures.on().stream(), failures.except().stream());
    }
}
