package dev.deft.policy;

import dev.deft.TaskInterruptedException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Which failures a word means: {@code on}, {@code except} and {@code causes} of an annotation. Immutable.
 *
 * <p>A filter looks at the failure itself, which is what {@link Failures#of} finds; {@linkplain #alongCauses along
 * causes} it looks at each cause of it as well. A failure fits if something that the filter looks at is an instance of a
 * class of {@code on}, and nothing that it looks at is an instance of a class of {@code except}.
 *
 * <p>A cancellation (see {@link Failures#isCancellation}) is not meant by a class above its kind: {@code on(Exception)}
 * leaves it alone, {@code on(CancellationException)} means it.
 */
public final class FailureFilter {
    private static final FailureFilter EXCEPTIONS = on(Exception.class);

    private final List<Class<? extends Throwable>> on;
    private final List<Class<? extends Throwable>> except;
    private final boolean alongCauses;

    private FailureFilter(
            List<Class<? extends Throwable>> on, List<Class<? extends Throwable>> except, boolean alongCauses) {
        this.on = on;
        this.except = except;
        this.alongCauses = alongCauses;
    }

    /**
     * The filter for failures of any of these classes; none fits if there are no classes.
     *
     * @param classes the classes
     * @return the filter
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // copied, and only read
    public static FailureFilter on(Class<? extends Throwable>... classes) {
        return new FailureFilter(List.of(classes), List.of(), false);
    }

    /** The filter that is meant where a word says nothing: {@code on(Exception.class)}. */
    static FailureFilter exceptions() {
        return EXCEPTIONS;
    }

    /**
     * This filter, for no failure of any of these classes. They take the place of those named before.
     *
     * @param classes the classes
     * @return a filter that differs in this
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // copied, and only read
    public final FailureFilter except(Class<? extends Throwable>... classes) {
        return new FailureFilter(on, List.of(classes), alongCauses);
    }

    /**
     * This filter, looking at the causes of a failure too.
     *
     * @return a filter that differs in this
     */
    public FailureFilter alongCauses() {
        return new FailureFilter(on, except, true);
    }

    /**
     * Tells whether {@code thrown} fits.
     *
     * @param thrown a failure, as it was caught
     * @return true if it does
     */
    public boolean matches(Throwable thrown) {
        return find(thrown, Throwable.class) != null;
    }

    /**
     * Finds what a handler for {@code type} takes of {@code thrown}.
     *
     * @param <X> the type
     * @param thrown a failure, as it was caught
     * @param type the class that the handler takes
     * @return the first that fits and is an instance of {@code type}: the failure itself or, along causes, one of its
     *     causes; null if there is none, or if {@code except} names something there
     */
    public <X extends Throwable> @Nullable X find(Throwable thrown, Class<X> type) {
        X found = null;
        Throwable failure = Failures.of(thrown);
        for (int depth = 0; failure != null && depth < Failures.MAX_CHAIN; depth++) {
            if (isInstance(except, failure)) {
                return null;
            }
            if (found == null && type.isInstance(failure) && means(failure)) {
                found = type.cast(failure);
            }
            failure = alongCauses ? failure.getCause() : null;
        }
        return found;
    }

    /** Tells whether this filter looks at causes. */
    boolean looksAlongCauses() {
        return alongCauses;
    }

    /** Tells whether a class of {@code on} means {@code failure} itself. */
    boolean means(Throwable failure) {
        if (!Failures.isCancellation(failure)) {
            return isInstance(on, failure);
        }
        for (Class<? extends Throwable> type : on) {
            if (type.isInstance(failure) && namesCancellation(type)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether {@code on} has a class that is {@code type} or below it. */
    boolean names(Class<? extends Throwable> type) {
        for (Class<? extends Throwable> each : on) {
            if (type.isAssignableFrom(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesCancellation(Class<? extends Throwable> type) {
        return CancellationException.class.isAssignableFrom(type)
                || InterruptedException.class.isAssignableFrom(type)
                || TaskInterruptedException.class.isAssignableFrom(type);
    }

    private static boolean isInstance(List<Class<? extends Throwable>> types, Throwable failure) {
        for (Class<? extends Throwable> type : types) {
            if (type.isInstance(failure)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FailureFilter that
                && on.equals(that.on)
                && except.equals(that.except)
                && alongCauses == that.alongCauses;
    }

    @Override
    public int hashCode() {
        return Objects.hash(on, except, alongCauses);
    }

    /** For people: {@code on [IOException] except [FileNotFoundException] along causes}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("on ").append(names(on));
        if (!except.isEmpty()) {
            text.append(" except ").append(names(except));
        }
        return alongCauses ? text.append(" along causes").toString() : text.toString();
    }

    private static List<String> names(List<Class<? extends Throwable>> types) {
        return types.stream().<String>map(Class::getSimpleName).toList();
    }
}
