package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rules of Go's {@code WaitGroup} and {@code errgroup}, as {@code docs/go-rules.md} has them. */
@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // the group waits for the tasks
class GoGroupRulesTest {
    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private int field;

    @AfterEach
    void close() {
        deft.close();
    }

    private void failAfter(int seconds, String message) throws InterruptedException, IOException {
        time.sleep(Duration.ofSeconds(seconds));
        throw new IOException(message);
    }

    @Test
    void whatTasksDidHappensBeforeTheEndOfTheWait() {
        for (int round = 1; round <= 1_000; round++) {
            int expected = round;
            try (TaskGroup<Object> group = deft.group()) {
                group.start(() -> {
                    field = expected;
                });
                group.await();
            }
            assertThat(field).isEqualTo(round);
        }
    }

    @Test
    void aTaskIsCountedDownHoweverItEnds() {
        List<TaskAction> ends = List.of(
                () -> {},
                () -> {
                    throw new IOException();
                },
                () -> {
                    throw new StackOverflowError();
                },
                () -> Thread.currentThread().interrupt());
        for (TaskAction end : ends) {
            Throwable thrown = catchThrowable(() -> {
                try (TaskGroup<Object> group = deft.<Object>group().collect()) {
                    group.start(end);
                    group.await();
                }
            });
            assertThat(thrown == null || thrown instanceof StackOverflowError).isTrue();
        }
        assertThat(deft.runningTasks()).isEmpty();
    }

    @Test
    void theFirstErrorIsTheFirstInTimeAndTheWaitIsForAll() {
        try (TaskGroup<Object> group = deft.group()) {
            group.start(() -> failAfter(3, "third"));
            group.start(() -> failAfter(1, "first"));
            group.start(() -> {
                try {
                    time.sleep(Duration.ofHours(1));
                } finally {
                    log.add("ended");
                }
            });
            assertThatThrownBy(group::await).isInstanceOf(IOException.class).hasMessage("first");
            assertThat(log).containsExactly("ended");
            assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    /** In Go it ends with {@code Wait}, and its use afterwards is a bug that many have had. */
    @Test
    void theContextEndsWithTheBlockAndNotWithTheWait() {
        TaskContext context;
        try (TaskGroup<Object> group = deft.group()) {
            context = group.context();
            group.start(() -> log.add("task"));
            group.await();
            assertThat(context.isCancelled()).isFalse();
        }
        assertThat(context.isCancelled()).isTrue();
    }

    @Test
    void tasksOfACancelledGroupDoNotBegin() {
        try (TaskGroup<Object> group = deft.group()) {
            group.cancel();
            Task<Boolean> late = group.start("late", () -> log.add("begun"));
            late.terminated().join();
            assertThat(late.isCancelled()).isTrue();
        }
        assertThat(log).isEmpty();
    }

    @Test
    void withoutALimitNoneIsHeldBack() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (TaskGroup<Object> group = deft.group()) {
            for (int i = 0; i < 1_000; i++) {
                group.start(() -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    time.sleep(Duration.ofSeconds(1));
                    running.decrementAndGet();
                });
            }
            group.await();
        }
        assertThat(most).hasValue(1_000);
    }
}
