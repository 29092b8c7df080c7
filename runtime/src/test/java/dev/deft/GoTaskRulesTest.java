package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rules of Go's {@code go} statement, as {@code docs/go-rules.md} has them. */
@Timeout(60)
class GoTaskRulesTest {
    private static final TaskName NAME = TaskName.of("shop.PaymentService", "charge", "int");

    private int field;

    @Test
    void argumentsAreEvaluatedByWhoStartsTheTask() {
        CountDownLatch changed = new CountDownLatch(1);
        try (Deft deft = Deft.builder().build()) {
            field = 1;
            Task<Integer> task = charge(deft, field, changed);
            field = 2;
            changed.countDown();
            assertThat(task.join()).isEqualTo(1);
        }
    }

    /** As a wrapper does it. */
    private static Task<Integer> charge(Deft deft, int amount, CountDownLatch until) {
        return deft.start(NAME, () -> {
            until.await();
            return amount;
        });
    }

    @Test
    void whatWasWrittenBeforeTheStartIsSeenByTheTask() {
        try (Deft deft = Deft.builder().build()) {
            for (int i = 1; i <= 1_000; i++) {
                field = i;
                assertThat(deft.start(NAME, () -> field).join()).isEqualTo(i);
            }
        }
    }

    @Test
    void aResultIsNotDropped() {
        try (Deft deft = Deft.builder().build()) {
            assertThat(deft.start(NAME, () -> 42).join()).isEqualTo(42);
        }
    }

    @Test
    void aTaskDoesNotKeepTheProgramAlive() {
        try (Deft deft = Deft.builder().build()) {
            assertThat(deft.start(NAME, () -> Thread.currentThread().isDaemon()).join())
                    .isTrue();
        }
    }

    @Test
    void closingTheRuntimeWaitsForItsTasks() {
        VirtualTime time = new VirtualTime();
        List<String> log = new ArrayList<>();
        try (Deft deft = Deft.builder().time(time).build()) {
            Task<Void> unused = deft.start(NAME, () -> {
                time.sleep(Duration.ofSeconds(5));
                log.add("done");
            });
        }
        assertThat(log).containsExactly("done");
    }

    @Test
    void aTaskHasAnIdentityAndCanBeToldToEnd() throws InterruptedException {
        try (Deft deft = Deft.builder().build()) {
            CountDownLatch begun = new CountDownLatch(1);
            Task<Void> task = deft.start(NAME, () -> {
                begun.countDown();
                new CountDownLatch(1).await();
            });
            begun.await();
            assertThat(task.id())
                    .matches("[0-9a-f]{16}")
                    .isNotEqualTo(TaskContext.current().id());

            assertThat(task.cancel(true)).isTrue();

            assertThat(task.terminated()).succeedsWithin(Duration.ofSeconds(30));
            assertThat(task.status()).isEqualTo(TaskStatus.CANCELLED);
        }
    }

    /** Nobody is killed: a body that does not listen goes on to its end. */
    @Test
    void toBeToldToEndIsNotToBeKilled() throws InterruptedException {
        try (Deft deft = Deft.builder().build()) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            Task<Void> task = deft.start(NAME, () -> {
                begun.countDown();
                awaitDeafly(end);
                field = 1;
            });
            begun.await();
            task.cancel(true);
            assertThat(task.isDone()).isTrue();
            assertThat(task.terminated()).isNotDone();
            end.countDown();
            assertThat(task.terminated()).succeedsWithin(Duration.ofSeconds(30));
            assertThat(field).isEqualTo(1);
        }
    }

    private static void awaitDeafly(CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException ignored) {
                // as it likes
            }
        }
    }
}
