package dev.deft.testing;

import dev.deft.TaskEvent;
import dev.deft.TaskStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;

/** Assertions over what one call did. Made by {@link DeftAssertions}. */
public final class CallAssert extends AbstractAssert<CallAssert, RecordedCall> {
    CallAssert(@Nullable RecordedCall actual) {
        super(actual, CallAssert.class);
    }

    /**
     * So many attempts began, hedges included.
     *
     * @param attempts how many
     * @return this
     */
    public CallAssert hasAttempts(int attempts) {
        return compare("attempts", call().attempts(), attempts);
    }

    /**
     * These were the waits between the attempts, and there were no others.
     *
     * @param delays in order
     * @return this
     */
    public CallAssert waited(Duration... delays) {
        return compare("waits between attempts", call().backoffs(), List.of(delays));
    }

    /**
     * It ended with a result.
     *
     * @return this
     */
    public CallAssert succeeded() {
        return compare("outcome", call().status(), TaskStatus.SUCCEEDED);
    }

    /**
     * It was cancelled.
     *
     * @return this
     */
    public CallAssert wasCancelled() {
        return compare("outcome", call().status(), TaskStatus.CANCELLED);
    }

    /**
     * It ended with a failure.
     *
     * @param type what the failure is an instance of
     * @return this
     */
    public CallAssert failedWith(Class<? extends Throwable> type) {
        compare("outcome", call().status(), TaskStatus.FAILED);
        failure().isInstanceOf(type);
        return this;
    }

    /**
     * Goes on with what it failed with.
     *
     * @return assertions over the failure, which is null if there is none
     */
    public ThrowableAssert<Throwable> failure() {
        return new ThrowableAssert<Throwable>(call().failure()).as("what %s failed with", call().name());
    }

    /**
     * It was turned away, by a limit, say, though it may have ended well after that.
     *
     * @return this
     */
    public CallAssert wasRejected() {
        return had(TaskEvent.Rejected.class);
    }

    /**
     * An attempt of it took longer than its timeout.
     *
     * @return this
     */
    public CallAssert timedOut() {
        return had(TaskEvent.TimedOut.class);
    }

    /**
     * A failure of it was turned into a result.
     *
     * @return this
     */
    public CallAssert recovered() {
        return had(TaskEvent.Recovered.class);
    }

    /**
     * It took exactly so long, which virtual time makes a thing that can be said.
     *
     * @param duration from its begin to its end
     * @return this
     */
    public CallAssert took(Duration duration) {
        return compare("duration", call().elapsed().orElse(null), duration);
    }

    /**
     * Something of this kind happened to it.
     *
     * @param kind the kind of event
     * @return this
     */
    public CallAssert had(Class<? extends TaskEvent> kind) {
        if (call().of(kind).isEmpty()) {
            failWithMessage(
                    "%s: there was no %s; what happened was %s", call().name(), kind.getSimpleName(), call().story());
        }
        return this;
    }

    /**
     * This happened to it, and nothing else.
     *
     * @param kinds the kinds of all its events, in order: classes within {@link TaskEvent}
     * @return this
     */
    public CallAssert story(Class<?>... kinds) {
        return compare("story", call().story(), names(kinds));
    }

    /**
     * This happened to it, in this order; other things may have happened before, between and after.
     *
     * @param kinds the kinds of some of its events, in order: classes within {@link TaskEvent}
     * @return this
     */
    public CallAssert storyContains(Class<?>... kinds) {
        Assertions.assertThat(call().story()).as("story of %s", call().name()).containsSubsequence(names(kinds));
        return this;
    }

    private static List<String> names(Class<?>... kinds) {
        return Arrays.stream(kinds).map(Class::getSimpleName).toList();
    }

    private RecordedCall call() {
        isNotNull();
        return actual;
    }

    private CallAssert compare(String what, @Nullable Object is, Object expected) {
        if (!expected.equals(is)) {
            throw failureWithActualExpected(
                    is,
                    expected,
                    "%s: %s should be %s, but is %s; what happened was %s",
                    call().name(),
                    what,
                    expected,
                    is,
                    call().story());
        }
        return this;
    }
}
