package dev.deft.processor;

import com.google.auto.service.AutoService;
import dev.deft.processor.check.Checks;
import dev.deft.processor.check.Stubs;
import dev.deft.processor.check.TreeChecks;
import dev.deft.processor.discover.Discoverer;
import dev.deft.processor.discover.Discovery;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.plan.Planner;
import dev.deft.processor.plan.WrapperPlan;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.Reporter;
import dev.deft.processor.write.Output;
import dev.deft.processor.write.PlanWriter;
import dev.deft.processor.write.StubWriter;
import dev.deft.processor.write.WrapperWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessor;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessorType;
import org.jspecify.annotations.Nullable;

/**
 * Writes, beside each class that bears a Deft annotation, a task wrapper in plain Java.
 *
 * <p>The stages, for each type: {@code discover} reads it into the model, {@code check} holds the model against the
 * rules, {@code report} tells what is wrong, {@code plan} decides nesting and names, {@code write} writes the wrapper and
 * its plan, or a stub of the wrapper after an error.
 */
@AutoService(Processor.class)
@IncrementalAnnotationProcessor(IncrementalAnnotationProcessorType.ISOLATING)
public final class DeftProcessor extends AbstractProcessor {
    /** {@code -Adeft.faults}: wrappers ask for faults before they call a body. {@code -Adeft.faults=false} is as without it. */
    private static final String FAULTS = "deft.faults";

    private @Nullable Stages stages;

    /** For the compiler, which finds the processor as a service. */
    public DeftProcessor() {}

    /** All: composed annotations have names that only the user knows. {@link DeftVocabulary} claims them. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(FAULTS);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Stages current = stages == null ? new Stages(processingEnv) : stages;
        stages = current;
        current.run(annotations, round);
        return false;
    }

    /** The stages of one compilation. */
    private static final class Stages {
        private final ProcessingEnvironment environment;
        private final Reporter reporter;
        private final Discoverer discoverer;
        private final Checks checks;
        private final TreeChecks treeChecks;
        private final Planner planner;
        private final Output output;

        Stages(ProcessingEnvironment environment) {
            this.environment = environment;
            this.reporter = new Reporter(environment);
            this.discoverer = new Discoverer(environment.getElementUtils(), environment.getTypeUtils());
            this.checks = new Checks(environment.getElementUtils(), environment.getTypeUtils());
            this.treeChecks = TreeChecks.of(environment, Discoverer::isOurs, reporter);
            this.planner = new Planner(environment.getElementUtils(), asksForFaults(environment.getOptions()));
            this.output = new Output(environment.getFiler());
        }

        void run(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            guarded(null, () -> {
                if (round.processingOver()) {
                    discoverer.unresolved().forEach(discovery -> reporter.report(discovery.problems()));
                } else {
                    DeftVocabulary.note(environment, annotations);
                    discoverer.discover(annotations, round).forEach(this::finish);
                }
            });
        }

        private void finish(Discovery discovery) {
            Optional<TaskType> type = discovery.type();
            Problems problems = discovery.problems();
            guarded(type.map(TaskType::element).orElse(null), () -> {
                type.ifPresent(each -> checks.check(each, problems));
                type.ifPresent(treeChecks::watch);
                reporter.report(problems);
                boolean sound = discovery.complete() && !problems.haveErrors();
                if (sound) {
                    type.ifPresent(this::write);
                } else {
                    type.flatMap(each -> Stubs.of(each, problems))
                            .ifPresent(each -> output.write(StubWriter.write(planner.planStub(each)), each.element()));
                }
            });
        }

        private void write(TaskType type) {
            WrapperPlan plan = planner.plan(type);
            output.write(WrapperWriter.write(plan), type.element());
            output.write(PlanWriter.write(plan), type.element());
        }

        private static boolean asksForFaults(Map<String, String> options) {
            return options.containsKey(FAULTS) && !"false".equals(options.get(FAULTS));
        }

        /** A mistake of Deft's own becomes one error; the compiler never sees the exception. */
        private void guarded(@Nullable Element element, Runnable stage) {
            try {
                stage.run();
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError failure) {
                StackTraceElement[] trace = failure.getStackTrace();
                reporter.reportInternal(
                        element,
                        failure,
                        trace.length == 0 ? "it has no stack trace." : "it happened at " + trace[0] + ".");
            }
        }
    }
}
