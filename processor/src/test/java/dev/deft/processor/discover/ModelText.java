package dev.deft.processor.discover;

import dev.deft.processor.model.Argument;
import dev.deft.processor.model.KeyPath;
import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.StageKind;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Finding;
import dev.deft.processor.report.TypeText;
import dev.deft.processor.testing.Compiled;
import dev.deft.processor.testing.TestCompiler.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** What sources are read as, in short lines that are the same under each compiler. */
final class ModelText extends AbstractProcessor {
    private final List<String> lines = new ArrayList<>();

    /** One line for each type, method, word and problem. */
    static List<String> of(Tool tool, String... sources) {
        ModelText text = new ModelText();
        Compiled compiled = tool.compiler().withProcessors(() -> text).compile(sources);
        compiled.succeeded();
        return text.lines;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!round.processingOver()) {
            new Discoverer(processingEnv.getElementUtils(), processingEnv.getTypeUtils())
                    .discover(annotations, round)
                    .forEach(this::add);
        }
        return false;
    }

    private void add(Discovery discovery) {
        discovery.type().ifPresent(this::add);
        discovery.problems().all().stream().map(Finding::message).forEach(lines::add);
    }

    private void add(TaskType type) {
        lines.add(type.element().getSimpleName() + " -> " + type.wrapperName()
                + type.implemented().map(as -> " implements " + TypeText.of(as)).orElse(""));
        for (TaskMethod method : type.methods()) {
            lines.add("  " + TypeText.of(method.element()) + ": " + TypeText.of(method.resultType())
                    + (method.stage() == StageKind.NONE ? "" : " of " + method.stage()));
            for (Word word : method.words()) {
                Stream<String> named = word.methods().stream().map(ModelText::text);
                Stream<String> read = Stream.of(word.key(), word.weight())
                        .flatMap(Optional::stream)
                        .map(ModelText::text);
                lines.add("    " + word.text() + Stream.concat(named, read).collect(Collectors.joining("; ", " ", "")));
            }
        }
    }

    private static String text(NamedMethod method) {
        return method.arguments().stream()
                        .map(ModelText::text)
                        .collect(Collectors.joining(", ", method.name() + "(", ")"))
                + (method.stage() == StageKind.NONE ? "" : " of " + method.stage());
    }

    private static String text(KeyPath path) {
        StringBuilder text = new StringBuilder(path.parameter().getSimpleName());
        for (KeyPath.Step step : path.steps()) {
            text.append(
                    switch (step) {
                        case KeyPath.Step.Call call -> "." + TypeText.of(call.method());
                        case KeyPath.Step.Field field -> "." + field.field().getSimpleName();
                        case KeyPath.Step.Length length -> ".length";
                    });
        }
        return text + ": " + TypeText.of(path.type());
    }

    private static String text(Argument argument) {
        return switch (argument) {
            case Argument.Parameter parameter ->
                parameter.parameter().getSimpleName().toString();
            case Argument.Failure failure -> "<" + TypeText.of(failure.type()) + ">";
            case Argument.Result result -> "<result>";
            case Argument.Attempt attempt -> "<attempt>";
            case Argument.Context context -> "<context>";
        };
    }
}
