package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TraceIdsTest {
    private static final TaskName NAME = TaskName.named("work");
    private static final String REQUEST = "0af7651916cd43dd8448eb211c80319c";
    private static final String OTHER = "1".repeat(32);

    /** What a tracing library knows on this thread. */
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private final Deft deft = Deft.builder()
            .time(new VirtualTime())
            .traceIds(CURRENT::get)
            .listener(event -> {})
            .build();

    @AfterEach
    void nothingIsLeft() {
        CURRENT.remove();
        deft.close();
    }

    private static String traceOf(Task<?> task) {
        task.terminated().join();
        return task.context().traceId();
    }

    @Test
    void whatIsStartedInATraceBelongsToIt() {
        CURRENT.set(REQUEST);
        Task<String> task = deft.start(NAME, () -> TaskContext.current().traceId());
        Task<?> bounded = deft.start(NAME, deft.policies().deadline(NAME, Duration.ofSeconds(1)), () -> {});
        CURRENT.set(OTHER);
        assertThat(task.join()).isEqualTo(REQUEST);
        assertThat(traceOf(task)).isEqualTo(REQUEST);
        assertThat(traceOf(bounded)).isEqualTo(REQUEST);
    }

    @Test
    void whatATaskStartsBelongsToItsTrace() {
        CURRENT.set(REQUEST);
        Task<String> outer = deft.start(NAME, () -> traceOf(deft.start(NAME, () -> {})));
        assertThat(outer.join()).isEqualTo(REQUEST);
    }

    @Test
    void aCallInATraceOfItsOwnBelongsToThat() {
        CURRENT.set(REQUEST);
        List<String> traces = deft.start(NAME, () -> {
                    CURRENT.set(OTHER);
                    Call call = deft.begin(NAME);
                    String inside = TaskContext.current().traceId();
                    call.succeeded();
                    return List.of(inside, TaskContext.current().traceId());
                })
                .join();
        assertThat(traces).containsExactly(OTHER, REQUEST);
    }

    @Test
    void theTasksOfAGroupBelongToIt() {
        CURRENT.set(REQUEST);
        try (TaskGroup<String> group = deft.group()) {
            Task<String> member = deft.start(NAME, () -> TaskContext.current().traceId());
            assertThat(group.await()).containsExactly(REQUEST);
            assertThat(member.join()).isEqualTo(REQUEST);
        }
    }

    @Test
    void aDetachedTaskHasATraceOfItsOwn() {
        CURRENT.set(REQUEST);
        assertThat(traceOf(deft.startDetached(NAME, () -> {}))).hasSize(32).isNotEqualTo(REQUEST);
    }

    @Test
    void withoutACurrentTraceOneIsMade() {
        assertThat(traceOf(deft.start(NAME, () -> {}))).hasSize(32).isNotEqualTo("0".repeat(32));
    }

    @Test
    void whatIsNoTraceIdIsNotTaken() {
        for (String wrong : List.of("", "0".repeat(32), "A".repeat(32), "g".repeat(32), "1".repeat(31))) {
            CURRENT.set(wrong);
            assertThat(traceOf(deft.start(NAME, () -> {}))).isNotEqualTo(wrong).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void whatTheSourceThrowsChangesNothing() {
        AtomicReference<String> result = new AtomicReference<>();
        try (Deft broken = Deft.builder()
                .traceIds(() -> {
                    throw new IllegalStateException("no traces today");
                })
                .build()) {
            broken.start(NAME, () -> result.set("done")).join();
        }
        assertThat(result.get()).isEqualTo("done");
    }
}
