package dev.deft.testing;

import dev.deft.TaskName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a method of a wrapper does, in its effective order, as the processor has written it beside the classes. Found by
 * {@link DeftAssertions#plan(String)}. Immutable.
 */
public final class Plan {
    private final TaskName task;
    private final List<PlannedWord> words;
    private final @Nullable Duration worstCase;
    private final String worstCaseText;

    Plan(TaskName task, List<PlannedWord> words, @Nullable Duration worstCase, String worstCaseText) {
        this.task = task;
        this.words = words;
        this.worstCase = worstCase;
        this.worstCaseText = worstCaseText;
    }

    /**
     * The method.
     *
     * @return its name, as events bear it
     */
    public TaskName task() {
        return task;
    }

    /**
     * The words on the method.
     *
     * @return outermost first, each as the annotation with a small letter: {@code retry}, {@code circuitBreaker}
     */
    public List<String> words() {
        return words.stream().map(PlannedWord::name).toList();
    }

    /**
     * How long a call takes at most, by what its words allow.
     *
     * @return empty if nothing bounds it
     */
    public Optional<Duration> worstCase() {
        return Optional.ofNullable(worstCase);
    }

    /** The words of one name; more than one if it was repeated. */
    List<PlannedWord> words(String name) {
        return words.stream().filter(word -> word.name().equals(name)).toList();
    }

    /** All of it, over several lines, for messages. */
    @Override
    public String toString() {
        return task.qualified() + ", from the outside in:\n"
                + words.stream().map(word -> "  " + word + "\n").collect(Collectors.joining())
                + "  at worst: " + worstCaseText;
    }
}
