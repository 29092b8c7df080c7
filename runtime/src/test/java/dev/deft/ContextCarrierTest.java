package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.policy.DeadlinePolicy;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContextCarrierTest {
    private static final TaskName NAME = TaskName.named("work");
    private static final ThreadLocal<String> USER = new ThreadLocal<>();
    private static final ThreadLocal<String> TRACE = new ThreadLocal<>();

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder()
            .time(time)
            .carrier(carrier(USER))
            .carrier(carrier(TRACE))
            .pool("one", PoolSettings.platformThreads(1))
            .pool("caller", PoolSettings.platformThreads(1).queue(0).whenFull(WhenFull.RUN_IN_CALLER))
            .build();

    private static ContextCarrier carrier(ThreadLocal<String> local) {
        return () -> {
            String captured = local.get();
            return () -> {
                String before = local.get();
                local.set(captured);
                return () -> local.set(before);
            };
        };
    }

    @Test
    void whatIsOnTheStartingThreadIsOnTheTasks() {
        try (deft) {
            USER.set("anna");
            TRACE.set("t1");
            Task<String> task = deft.start(NAME, () -> USER.get() + " " + TRACE.get());
            USER.set("bert");
            assertThat(task.join()).isEqualTo("anna t1");
        }
    }

    @Test
    void aTaskThatATaskStartsHasItToo() {
        try (deft) {
            USER.set("anna");
            assertThat(deft.start(NAME, () -> deft.start(NAME, USER::get).join())
                            .join())
                    .isEqualTo("anna");
        }
    }

    @Test
    void aDetachedTaskHasNothing() {
        try (deft) {
            USER.set("anna");
            assertThat(deft.startDetached(NAME, () -> String.valueOf(USER.get()))
                            .join())
                    .isEqualTo("null");
        }
    }

    @Test
    void aThreadOfAPoolHasAfterwardsWhatItHadBefore() {
        try (deft) {
            USER.set("anna");
            assertThat(deft.pool("one").start(NAME, USER::get).join()).isEqualTo("anna");
            assertThat(deft.pool("one")
                            .startDetached(NAME, () -> String.valueOf(USER.get()))
                            .join())
                    .isEqualTo("null");
        }
    }

    @Test
    void aCallerThatRunsATaskItselfKeepsItsOwn() {
        try (deft) {
            CompletableFuture<Void> hold = new CompletableFuture<>();
            TaskPool pool = deft.pool("caller");
            Task<Void> blocker = pool.start(NAME, () -> {
                Task.await(hold);
            });
            USER.set("anna");
            pool.start(NAME, () -> USER.set("changed by the task")).join();
            assertThat(USER.get()).isEqualTo("anna");
            hold.complete(null);
            blocker.join();
        }
    }

    @Test
    void aCallbackHasWhatWasThereWhenItWasRegistered() {
        try (deft) {
            List<String> seen = new ArrayList<>();
            USER.set("anna");
            Task<String> task = deft.start(NAME, () -> {
                time.sleep(Duration.ofSeconds(1));
                return "done";
            });
            USER.set("bert");
            task.onSuccess(result -> seen.add(USER.get())).terminated().join();
            USER.set("carl");
            CompletableFuture<Void> late = new CompletableFuture<>();
            assertThat(task.onSuccess(result -> {
                        seen.add(USER.get());
                        late.complete(null);
                    }))
                    .isSameAs(task);
            late.join();
            assertThat(seen).containsExactly("bert", "carl");
        }
    }

    @Test
    void aFallbackBesideItsBodyHasIt() {
        try (deft) {
            USER.set("anna");
            DeadlinePolicy deadline = deft.policies().deadline(NAME, Duration.ofSeconds(1));
            Task<String> task = deft.start(
                    NAME,
                    deadline,
                    () -> {
                        CompletableFuture<Void> never = new CompletableFuture<>();
                        while (!Thread.currentThread().isInterrupted()) {
                            time.park(never);
                        }
                        return "late";
                    },
                    failure -> "instead for " + USER.get());
            assertThat(task.join()).isEqualTo("instead for anna");
        }
    }

    @Test
    void lastInstalledIsFirstRestored() {
        List<String> order = new ArrayList<>();
        Deft noted = Deft.builder()
                .time(time)
                .carrier(noting("a", order))
                .carrier(noting("b", order))
                .build();
        try (noted) {
            noted.start(NAME, () -> order.add("body")).terminated().join();
        }
        assertThat(order).containsExactly("+a", "+b", "body", "-b", "-a");
    }

    private static ContextCarrier noting(String name, List<String> order) {
        return () -> () -> {
            order.add("+" + name);
            return () -> order.add("-" + name);
        };
    }

    @Test
    void oneThatFailsChangesNothing() {
        Deft failing = Deft.builder()
                .time(time)
                .carrier(() -> {
                    throw new IllegalStateException("a test's: capture");
                })
                .carrier(() -> () -> {
                    throw new IllegalStateException("a test's: install");
                })
                .carrier(() -> () -> () -> {
                    throw new IllegalStateException("a test's: restore");
                })
                .carrier(carrier(USER))
                .build();
        try (failing) {
            USER.set("anna");
            Task<String> task = failing.start(NAME, USER::get);
            assertThat(task.join()).isEqualTo("anna");
            task.terminated().join();
        }
    }
}
