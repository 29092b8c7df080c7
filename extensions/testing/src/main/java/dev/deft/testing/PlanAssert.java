package dev.deft.testing;

import dev.deft.annotation.Word;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over what a method does. Made by {@link DeftAssertions}.
 *
 * <p>They speak of what stands in the annotations, defaults included; settings of a running program may change values. A
 * failure tells the whole plan.
 */
public final class PlanAssert extends AbstractAssert<PlanAssert, Plan> {
    private static final List<String> ORDERED =
            Arrays.stream(Word.values()).map(PlanAssert::name).toList();

    PlanAssert(@Nullable Plan actual) {
        super(actual, PlanAssert.class);
    }

    /**
     * Of the words that {@link dev.deft.annotation.Nesting} can move, the method has these and no others, in this order.
     * Words with a place of their own, such as {@code @Async} and {@code @Fallback}, may stand around or within them;
     * {@link #hasWords} looks at those too.
     *
     * @param words outermost first
     * @return this
     */
    public PlanAssert nests(Word... words) {
        List<String> nested = plan().words().stream().filter(ORDERED::contains).toList();
        return compare(
                "the nesting",
                nested,
                Arrays.stream(words).map(PlanAssert::name).toList());
    }

    /**
     * The method has these words and no others, in this order.
     *
     * @param words outermost first, each as the annotation with a small letter: {@code "async", "retry"}
     * @return this
     */
    public PlanAssert hasWords(String... words) {
        return compare("the list of words", plan().words(), List.of(words));
    }

    /**
     * An attribute of a word has a value; of a word that is repeated, at least once.
     *
     * @param word the word
     * @param attribute as the annotation calls it
     * @param expected a text as in the plan's file, or what stands for it: a number, a boolean, a {@link Duration}, a class,
     *     an enum's constant, a list of them; null for what there is none of, such as a {@code maxWait} without a bound
     * @return this
     */
    public PlanAssert value(Word word, String attribute, @Nullable Object expected) {
        return value(name(word), attribute, expected);
    }

    /**
     * As {@link #value(Word, String, Object)}, for any word.
     *
     * @param word the annotation's name with a small letter: {@code "fallback"}
     * @param attribute as the annotation calls it
     * @param expected a text as in the plan's file, or what stands for it, or null
     * @return this
     */
    public PlanAssert value(String word, String attribute, @Nullable Object expected) {
        List<PlannedWord> candidates = plan().words(word);
        if (candidates.isEmpty()) {
            throw failure("There is no word %s.\nThe plan is of %s", word, plan());
        }
        PlannedWord first = Objects.requireNonNull(candidates.getFirst());
        if (!first.values().containsKey(attribute)) {
            throw failure(
                    "%s has no attribute %s, but %s.\nThe plan is of %s",
                    word, attribute, first.values().keySet(), plan());
        }
        if (candidates.stream().noneMatch(each -> each.has(attribute, expected))) {
            List<@Nullable Object> values = candidates.stream()
                    .<@Nullable Object>map(each -> each.values().get(attribute))
                    .toList();
            Object is = values.size() == 1 ? values.getFirst() : values;
            throw failureWithActualExpected(
                    is,
                    expected,
                    "%s of %s should be %s, but is %s.\nThe plan is of %s",
                    attribute,
                    word,
                    expected,
                    is,
                    plan());
        }
        return this;
    }

    /**
     * A call takes exactly so long at worst.
     *
     * @param time what the words of the method allow
     * @return this
     */
    public PlanAssert worstCase(Duration time) {
        return compare("the worst case", plan().worstCase().orElse(null), time);
    }

    /**
     * A call takes no longer than that at worst.
     *
     * @param limit what the words of the method may allow
     * @return this
     */
    public PlanAssert worstCaseWithin(Duration limit) {
        Duration is = plan().worstCase().orElse(null);
        if (is == null || is.compareTo(limit) > 0) {
            throw failure(
                    "the worst case should be within %s, but %s.\nThe plan is of %s",
                    limit, is == null ? "nothing bounds it" : "is " + is, plan());
        }
        return this;
    }

    /**
     * Nothing bounds how long a call takes.
     *
     * @return this
     */
    public PlanAssert hasNoWorstCase() {
        Duration is = plan().worstCase().orElse(null);
        if (is != null) {
            throw failure("there should be no worst case, but it is %s.\nThe plan is of %s", is, plan());
        }
        return this;
    }

    private Plan plan() {
        isNotNull();
        return actual;
    }

    /** {@code CIRCUIT_BREAKER} is {@code circuitBreaker} in a plan. */
    private static String name(Word word) {
        StringBuilder name = new StringBuilder();
        for (String part : word.name().split("_", -1)) {
            String small = part.toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() ? small : part.charAt(0) + small.substring(1));
        }
        return name.toString();
    }

    private PlanAssert compare(String what, @Nullable Object is, Object expected) {
        if (!expected.equals(is)) {
            throw failureWithActualExpected(
                    is, expected, "%s should be %s, but is %s.\nThe plan is of %s", what, expected, is, plan());
        }
        return this;
    }
}
