package dev.deft.processor.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * A method of the wrapper: one that bears words, or, where the wrapper implements an interface, one that is passed
 * straight through and bears none.
 *
 * @param element the method as declared
 * @param type its type as a member of the wrapped type (inherited generic signatures are resolved)
 * @param words its words, in the order of their kinds; repeated ones in source order
 * @param nesting how the user changed the order
 * @param resultType what the body yields, stages looked through under {@code @Async}; {@code void} as such
 * @param stage how the body hands over that result
 * @param throwsInterruption whether it declares {@code InterruptedException} or a supertype of it
 * @param overridesInterface whether the wrapper's method implements one of an interface that the wrapper implements
 */
public record TaskMethod(
        ExecutableElement element,
        ExecutableType type,
        List<Word> words,
        Optional<Nesting> nesting,
        TypeMirror resultType,
        StageKind stage,
        boolean throwsInterruption,
        boolean overridesInterface) {
    /** The simple name. */
    public String name() {
        return element.getSimpleName().toString();
    }

    /** Whether it is called on the class instead of the target. */
    public boolean isStatic() {
        return element.getModifiers().contains(Modifier.STATIC);
    }

    /** Whether the wrapper's method returns a task. */
    public boolean isAsync() {
        return words(Word.Async.class).findAny().isPresent();
    }

    /** Whether its wrapper has a method for many items, too. */
    public boolean isBatch() {
        return words(Word.Batch.class).findAny().isPresent();
    }

    /** The name of that method. */
    public String batchName() {
        return name() + "All";
    }

    /** Whether its wrapper has a method that calls it again and again, too. */
    public boolean isScheduled() {
        return words(Word.Scheduled.class).findAny().isPresent();
    }

    /** The name of that method. */
    public String scheduleName() {
        return "schedule" + name().substring(0, 1).toUpperCase(Locale.ROOT) + name().substring(1);
    }

    /** Whether its wrapper has methods that call it with what a channel holds, too. */
    public boolean isWorker() {
        return words(Word.Worker.class).findAny().isPresent();
    }

    /** The name of those methods. */
    public String workersName() {
        return name() + "Workers";
    }

    /** Its words as they nest, outermost first. */
    public List<Word> nested() {
        return EffectiveOrder.of(this);
    }

    /** The words that stand around one of them, outermost first. */
    public List<Word> around(Word word) {
        List<Word> nested = nested();
        return nested.subList(0, nested.indexOf(word));
    }

    /** The words that stand within one of them, outermost first. */
    public List<Word> within(Word word) {
        List<Word> nested = nested();
        return nested.subList(nested.indexOf(word) + 1, nested.size());
    }

    /** Its words of one kind. */
    public <W extends Word> Stream<W> words(Class<W> kind) {
        return words.stream().filter(kind::isInstance).map(kind::cast);
    }
}
