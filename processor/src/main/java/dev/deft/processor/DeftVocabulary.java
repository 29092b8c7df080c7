package dev.deft.processor;

import com.google.auto.service.AutoService;
import dev.deft.processor.discover.Discoverer;
import dev.deft.processor.model.RuntimeNames;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessor;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessorType;

/**
 * Claims Deft's annotations, so that {@code -Xlint:processing} does not warn that no processor did. {@link
 * DeftProcessor} cannot do that: it is given all annotations of a compilation, and can only claim all or none.
 *
 * <p>A compiler makes its processors as it comes to them, and comes to this one after {@code DeftProcessor}, because
 * services are listed by name. So the composed annotations of the first round are known when it asks for names.
 */
@AutoService(Processor.class)
@IncrementalAnnotationProcessor(IncrementalAnnotationProcessorType.ISOLATING)
public final class DeftVocabulary extends AbstractProcessor {
    private static final Map<ProcessingEnvironment, Set<String>> SEEN =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** For the compiler, which finds the processor as a service. */
    public DeftVocabulary() {}

    /** Notes which of the annotations of a compilation are Deft's or stand for some. */
    static void note(ProcessingEnvironment compilation, Collection<? extends TypeElement> annotations) {
        SEEN.put(
                compilation,
                annotations.stream()
                        .filter(Discoverer::isOurs)
                        .map(annotation -> annotation.getQualifiedName().toString())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> names = new HashSet<>(SEEN.getOrDefault(processingEnv, Set.of()));
        names.add(Discoverer.ALL_WORDS);
        names.add(RuntimeNames.GENERATED_TASKS);
        names.add(Generated.class.getName()); // the wrappers bear it, and javac does not know it for the JDK's own
        return names;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // to claim, and nobody else's annotations, is what it is for
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return true;
    }
}
