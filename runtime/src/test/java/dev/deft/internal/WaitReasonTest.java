package dev.deft.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.TaskName;
import dev.deft.TaskWait;
import dev.deft.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitReasonTest {
    private final CompletableFuture<TaskWait.Outcome> outcome = new CompletableFuture<>();

    /** A context that interrupts its thread when it ends, and tells nobody else before that one has reacted. */
    private final class Interrupting extends Scope {
        private final Thread thread = Thread.currentThread();

        Interrupting() {
            super(Context.background(), TimeSource.system(), TaskName.named("x"));
        }

        @Override
        protected void onEnding(boolean interrupt) {
            thread.interrupt();
            outcome.completeOnTimeout(TaskWait.Outcome.TIME_UP, 30, TimeUnit.SECONDS)
                    .join();
        }
    }

    @Test
    void theEndOfTheContextIsTheReasonForItsInterrupt() throws InterruptedException {
        Thread waiter = Thread.ofVirtual().unstarted(() -> {
            Scope scope = new Interrupting();
            Context before = Context.bind(scope);
            Thread canceller = Thread.ofVirtual().unstarted(() -> scope.cancel());
            try {
                Wait wait = new Wait(TimeSource.system());
                canceller.start();
                outcome.complete(wait.await());
            } catch (Throwable failure) {
                outcome.completeExceptionally(failure);
            } finally {
                Context.bind(before);
            }
        });
        waiter.start();
        waiter.join();
        assertThat(outcome.join()).isEqualTo(TaskWait.Outcome.CONTEXT_ENDED);
    }
}
