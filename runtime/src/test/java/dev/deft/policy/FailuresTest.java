package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final Exception original = new IOException("original");

    @Test
    void suppressWhatWouldBeLost() {
        Exception onto = new IllegalStateException("onto", new IOException("another"));

        Failures.suppress(onto, original);

        assertThat(onto).hasSuppressedException(original);
    }

    @Test
    void suppressNothingTwice() {
        Exception onto = new IllegalStateException("onto");

        Failures.suppress(onto, original);
        Failures.suppress(onto, original);
        Failures.suppress(onto, new CompletionException(original));

        assertThat(onto.getSuppressed()).containsExactly(original);
    }

    @Test
    void leaveWhatIsAlongTheCauses() {
        Exception direct = new IllegalStateException(original);
        Exception deep = new IllegalStateException(new IllegalArgumentException(original));

        Failures.suppress(direct, original);
        Failures.suppress(deep, original);

        assertThat(direct).hasNoSuppressedExceptions();
        assertThat(deep).hasNoSuppressedExceptions();
    }

    /** A handler is given what is inside: as a cause, or thrown on, it is not lost. */
    @Test
    void lookThroughWhatIsAroundTheSecond() {
        Exception handled = new IllegalStateException(original);

        Failures.suppress(handled, new CompletionException(new ExecutionException(original)));
        Failures.suppress(original, new CompletionException(original));

        assertThat(handled).hasNoSuppressedExceptions();
        assertThat(original).hasNoSuppressedExceptions();
    }

    @Test
    void neverSuppressAFailureOntoItself() {
        Failures.suppress(original, original);

        assertThat(original).hasNoSuppressedExceptions();
    }

    @Test
    void endEvenWhereCausesGoInACircle() {
        Exception one = new IllegalStateException("one");
        Exception other = new IllegalStateException("other", one);
        one.initCause(other);

        Failures.suppress(one, original);

        assertThat(one.getSuppressed()).containsExactly(original);
    }
}
