package dev.deft.processor.plan;

import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What follows for each private method from the user's methods that it calls, fields that it reads, classes that it names. */
final class CalledMethods {
    private final DeclaredType type;
    private final TaskMethod method;
    private final LayerPlanner.Result planned;
    private final boolean typeDeprecated;

    CalledMethods(DeclaredType type, TaskMethod method, LayerPlanner.Result planned, boolean typeDeprecated) {
        this.type = type;
        this.method = method;
        this.planned = planned;
        this.typeDeprecated = typeDeprecated;
    }

    /** The warnings of the wrapper's method itself. */
    List<String> entryWarnings(Set<String> mentioned, boolean deprecated) {
        Set<String> warnings = new TreeSet<>(mentioned);
        List<ExecutableElement> called = new ArrayList<>();
        if (planned.layers().isEmpty()) {
            called.add(method.element());
        }
        if (planned.entry() instanceof Entry.Asynchronous asynchronous) {
            List<NamedMethod> callbacks = Stream.of(asynchronous.onSuccess(), asynchronous.onFailure())
                    .flatMap(Optional::stream)
                    .toList();
            callbacks.forEach(callback -> called.add(callback.method()));
            warnings.addAll(Warnings.ofMentioning(failures(callbacks), deprecated || typeDeprecated));
        }
        for (ExecutableElement element : called) {
            add(warnings, element, deprecated || typeDeprecated);
        }
        return List.copyOf(warnings);
    }

    /** The warnings of the methods that {@code @Worker} adds. */
    List<String> workersWarnings(Set<String> mentioned, boolean deprecated) {
        Set<String> warnings = new TreeSet<>(mentioned);
        method.words(Word.Worker.class)
                .flatMap(worker -> worker.methods().stream())
                .forEach(handler -> add(warnings, handler.method(), deprecated || typeDeprecated));
        return List.copyOf(warnings);
    }

    /** The warnings of each layer. */
    Map<String, List<String>> layerWarnings(List<TypeMirror> mentioned) {
        List<String> deprecated = deprecatedLayers();
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Layer layer : allLayers()) {
            boolean anyway = typeDeprecated || deprecated.contains(layer.method());
            Set<String> warnings = Warnings.ofMentioning(mentioned, anyway);
            warnings.addAll(Warnings.ofDeclaring(List.copyOf(method.element().getTypeParameters()), anyway));
            warnings.addAll(Warnings.ofMentioning(failures(layer), anyway));
            called(layer).forEach(element -> add(warnings, element, anyway));
            if (!warnings.isEmpty()) {
                all.put(layer.method(), List.copyOf(warnings));
            }
        }
        return all;
    }

    /** The layers that call something deprecated, and therefore are so too. */
    List<String> deprecatedLayers() {
        if (typeDeprecated) {
            return List.of();
        }
        return allLayers().stream()
                .filter(layer -> called(layer)
                        .anyMatch(element -> Warnings.ownDeprecation(element).isPresent()))
                .map(Layer::method)
                .toList();
    }

    private void add(Set<String> warnings, Element called, boolean deprecatedAnyway) {
        if (called instanceof ExecutableElement executable && RawTypes.isUnchecked(type, executable)) {
            warnings.add("unchecked");
        }
        Optional<AnnotationMirror> mirror = Warnings.ownDeprecation(called);
        if (mirror.isPresent() && Warnings.isForRemoval(mirror.get())) {
            warnings.add("removal");
        } else if (mirror.isPresent() && !deprecatedAnyway) {
            warnings.add("deprecation");
        }
    }

    private List<Layer> allLayers() {
        List<Layer> all = new ArrayList<>();
        if (planned.entry() instanceof Entry.Synchronous synchronous) {
            all.add(synchronous.observed());
        }
        if (planned.entry() instanceof Entry.Asynchronous asynchronous) {
            asynchronous.fallback().ifPresent(all::add);
        }
        all.addAll(planned.layers());
        return all;
    }

    private Stream<Element> called(Layer layer) {
        Stream<Element> named = namedBy(layer).stream().map(NamedMethod::method);
        Stream<Element> all = Stream.concat(named, readBy(layer));
        return callsMethod(layer) ? Stream.concat(all, Stream.of(method.element())) : all;
    }

    /** The failures that the layer tells from others. */
    private static List<TypeMirror> failures(Layer layer) {
        List<TypeMirror> failures = failures(namedBy(layer));
        if (layer instanceof Layer.Handled handled) {
            handled.handlers().stream()
                    .filter(handler -> handler.filter().isEmpty())
                    .map(Handler::failures)
                    .forEach(types -> failures.addAll(types.all()));
        }
        return failures;
    }

    private static List<TypeMirror> failures(List<NamedMethod> named) {
        List<TypeMirror> failures = new ArrayList<>();
        named.forEach(each -> each.failureType().ifPresent(failures::add));
        return failures;
    }

    private static Stream<Element> readBy(Layer layer) {
        return layer instanceof Layer.Policed policed ? readBy(policed.word()) : Stream.empty();
    }

    private static Stream<Element> readBy(Word word) {
        return Stream.of(word.key(), word.weight()).flatMap(Optional::stream).flatMap(path -> path.members().stream());
    }

    private boolean callsMethod(Layer layer) {
        return planned.layers().isEmpty()
                ? layer instanceof Layer.Observed
                : planned.layers().getLast().equals(layer);
    }

    private static List<NamedMethod> namedBy(Layer layer) {
        return switch (layer) {
            case Layer.Handled handled ->
                handled.handlers().stream().map(Handler::method).toList();
            case Layer.Cleaned cleaned -> List.of(cleaned.cleanup());
            case Layer.Retried retried -> retried.word().methods();
            default -> List.of();
        };
    }
}
