package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.TaskInterruptedException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailureFilterTest {
    private final IOException io = new IOException();
    private final FileNotFoundException notFound = new FileNotFoundException();

    @Test
    void exceptWins() {
        FailureFilter filter = FailureFilter.on(IOException.class).except(FileNotFoundException.class);
        assertThat(filter.matches(io)).isTrue();
        assertThat(filter.matches(notFound)).isFalse();
        assertThat(filter.matches(new RuntimeException())).isFalse();
    }

    @Test
    void looksThroughWhatFuturesPutAround() {
        FailureFilter filter = FailureFilter.on(IOException.class);
        Throwable wrapped = new CompletionException(new ExecutionException(io));
        assertThat(filter.matches(wrapped)).isTrue();
        assertThat(filter.find(wrapped, IOException.class)).isSameAs(io);
        assertThat(FailureFilter.on(CompletionException.class).matches(wrapped)).isFalse();
        assertThat(FailureFilter.on(CompletionException.class).matches(new CompletionException("", null)))
                .isTrue();
    }

    @Test
    void looksAlongCausesOnlyIfTold() {
        FailureFilter filter = FailureFilter.on(IOException.class);
        Throwable outer = new IllegalStateException(new RuntimeException(io));
        assertThat(filter.matches(outer)).isFalse();
        assertThat(filter.alongCauses().matches(outer)).isTrue();
        assertThat(filter.alongCauses().find(outer, Throwable.class)).isSameAs(io);
        assertThat(filter.alongCauses().except(IllegalStateException.class).matches(outer))
                .isFalse();
        assertThat(FailureFilter.on(RuntimeException.class)
                        .except(IOException.class)
                        .alongCauses()
                        .matches(outer))
                .isFalse();
        assertThat(FailureFilter.on(RuntimeException.class)
                        .except(IOException.class)
                        .matches(outer))
                .isTrue();
    }

    @Test
    void findsWhatAHandlerTakes() {
        FailureFilter filter = FailureFilter.on(Exception.class).alongCauses();
        Throwable outer = new IllegalStateException(notFound);
        assertThat(filter.find(outer, IOException.class)).isSameAs(notFound);
        assertThat(filter.find(outer, Exception.class)).isSameAs(outer);
        assertThat(filter.find(outer, ArithmeticException.class)).isNull();
    }

    @Test
    void aCancellationHasToBeMeant() {
        FailureFilter general =
                FailureFilter.on(Throwable.class, Exception.class, RuntimeException.class, IllegalStateException.class);
        for (Throwable cancellation : new Throwable[] {
            new CancellationException(), new InterruptedException(), new TaskInterruptedException("x")
        }) {
            assertThat(general.matches(cancellation)).isFalse();
            assertThat(FailureFilter.on(cancellation.getClass()).matches(cancellation))
                    .isTrue();
        }
    }

    @Test
    void endsInACircleOfCauses() {
        Exception first = new Exception();
        Exception second = new Exception(first);
        first.initCause(second);
        assertThat(FailureFilter.on(IOException.class).alongCauses().matches(first))
                .isFalse();
        ExecutionException circle = new ExecutionException("", null) {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Throwable getCause() {
                return this;
            }
        };
        assertThat(Failures.of(circle)).isSameAs(circle);
    }

    @Test
    void isAValue() {
        assertThat(FailureFilter.on(IOException.class)).isEqualTo(FailureFilter.on(IOException.class));
        assertThat(FailureFilter.on(IOException.class))
                .isNotEqualTo(FailureFilter.on(IOException.class).alongCauses());
        assertThat(FailureFilter.on(IOException.class)
                        .except(FileNotFoundException.class)
                        .alongCauses())
                .hasToString("on [IOException] except [FileNotFoundException] along causes");
    }

    @Test
    void suppressesOnceAndNeverItself() {
        Exception onto = new Exception();
        Failures.suppress(onto, onto);
        Failures.suppress(onto, io);
        Failures.suppress(onto, io);
        assertThat(onto.getSuppressed()).containsExactly(io);
    }
}
