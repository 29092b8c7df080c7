package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Whether a failure is reported is decided apart from when a task is garbage: most tests say when that is. */
@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // that is what this is about
class UnobservedFailureTest {
    private static final TaskName NAME = TaskName.of("shop.PaymentService", "charge", "Order");

    private final List<TaskEvent.Unobserved> reports = new CopyOnWriteArrayList<>();
    private final Deft deft =
            Deft.builder().time(new VirtualTime()).listener(this::note).build();
    private final IllegalStateException failure = new IllegalStateException("no connection");

    private RunningTask<String> failed() {
        return ended(deft.start(NAME, this::fail));
    }

    private String fail() {
        throw failure;
    }

    private static <T> RunningTask<T> ended(Task<T> task) {
        task.terminated().join();
        return (RunningTask<T>) task;
    }

    private static void becomeGarbage(RunningTask<?> task) {
        UnseenFailure unseen = task.unseenFailure();
        if (unseen != null) {
            unseen.run();
        }
    }

    @Test
    void aFailureThatNobodyLooksAtIsReportedOnce() {
        RunningTask<String> task = failed();
        String id = task.id();
        String traceId = task.context().traceId();

        becomeGarbage(task);
        becomeGarbage(task);

        assertThat(reports).hasSize(1);
        TaskEvent.Unobserved report = reports.getFirst();
        assertThat(report.name()).isEqualTo(NAME);
        assertThat(report.failure()).isSameAs(failure);
        assertThat(report.context().id()).isEqualTo(id);
        assertThat(report.context().traceId()).isEqualTo(traceId);
        assertThat(report.context().attempt()).isEqualTo(1);
        assertThat(report.context().isCancelled()).isFalse();
        assertThat(report.time()).isEqualTo(deft.time().now());
    }

    @Test
    void theReportTellsTheLastAttemptAndTheValuesOfTheContext() {
        TaskContext.Key<String> user = TaskContext.Key.of("user");
        RetryPolicy retry = deft.policies().retry(NAME, RetrySettings.attempts(3));
        TaskBody<String> body = () -> {
            RetryRun run = null;
            while (true) {
                try {
                    return fail();
                } catch (Throwable thrown) {
                    run = retry.failed(run, thrown);
                    if (!run.permitsAnother()) {
                        throw thrown;
                    }
                }
                run.backOff();
            }
        };
        TaskContext caller = TaskContext.current().with(user, "Ada");
        becomeGarbage(ended(caller.call(() -> deft.start(NAME, body))));

        TaskContext context = reports.getFirst().context();
        assertThat(context.attempt()).isEqualTo(3);
        assertThat(context.get(user)).isEqualTo("Ada");
    }

    private static Map<String, Consumer<Task<String>>> looks() {
        return Map.ofEntries(
                Map.entry("join", task -> assertThatThrownBy(task::join)),
                Map.entry("get", task -> assertThatThrownBy(task::get)),
                Map.entry("get for a time", task -> assertThatThrownBy(() -> task.get(1, TimeUnit.DAYS))),
                Map.entry("await", task -> assertThatThrownBy(() -> Task.await(task))),
                Map.entry("awaitFuture", task -> assertThatThrownBy(() -> Task.awaitFuture(task))),
                Map.entry("onFailure", task -> task.onFailure(thrown -> {})),
                Map.entry("handle", task -> task.handle((result, thrown) -> "")),
                Map.entry("whenComplete", task -> task.whenComplete((result, thrown) -> {})),
                Map.entry("thenApply", task -> task.thenApply(result -> result)),
                Map.entry("copy", CompletableFuture::copy),
                Map.entry("minimalCompletionStage", CompletableFuture::minimalCompletionStage));
    }

    @TestFactory
    Stream<DynamicTest> whoeverLooksAfterwardsHasSeenIt() {
        Map<String, Consumer<Task<String>>> looks = new TreeMap<>(looks());
        looks.put("failure", Task::failure);
        looks.put("exceptionNow", Task::exceptionNow);
        looks.put("resultNow", task -> assertThatThrownBy(task::resultNow));
        looks.put("getNow", task -> assertThatThrownBy(() -> task.getNow("")));
        looks.put("status", Task::status);
        looks.put("state", Task::state);
        looks.put("isCompletedExceptionally", Task::isCompletedExceptionally);
        return looks.entrySet().stream()
                .map(look -> DynamicTest.dynamicTest(look.getKey(), () -> {
                    RunningTask<String> task = failed();
                    UnseenFailure unseen = task.unseenFailure();
                    assertThat(unseen).isNotNull();

                    look.getValue().accept(task);
                    unseen.run();

                    assertThat(task.unseenFailure()).isNull();
                    assertThat(reports).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> whoeverLooksBeforehandWillSeeIt() {
        return looks().entrySet().stream()
                .map(look -> DynamicTest.dynamicTest(look.getKey(), () -> {
                    CompletableFuture<String> gate = new CompletableFuture<>();
                    Task<String> task = deft.start(NAME, () -> {
                        gate.join();
                        return fail();
                    });
                    Task<Void> looking =
                            deft.start("look", () -> look.getValue().accept(task));
                    deft.start("open", () -> {
                        deft.time().sleep(Duration.ofSeconds(1));
                        gate.complete("");
                    });
                    looking.join();

                    assertThat(ended(task).unseenFailure()).isNull();
                }));
    }

    @Test
    void whoeverWaitsForAllOfThemWillSeeIt() {
        CompletableFuture<String> gate = new CompletableFuture<>();
        Task<String> task = deft.start(NAME, () -> {
            gate.join();
            return fail();
        });
        CompletableFuture<Void> all = CompletableFuture.allOf(task, deft.start("other", () -> {}));
        gate.complete("");

        assertThatThrownBy(all::join).hasCause(failure);
        assertThat(ended(task).unseenFailure()).isNull();
    }

    @Test
    void whoeverOnlyWaitsForSuccessHasNotSeenIt() {
        CompletableFuture<String> gate = new CompletableFuture<>();
        List<String> results = new ArrayList<>();
        Task<String> task = deft.start(NAME, () -> {
            gate.join();
            return fail();
        });
        task.onSuccess(results::add).onSuccess(results::add);
        gate.complete("");
        RunningTask<String> ended = ended(task);
        ended.onSuccess(results::add);

        assertThat(results).isEmpty();
        assertThat(ended.unseenFailure()).isNotNull();
    }

    @Test
    void aCallbackForSuccessGetsTheResultWheneverItComes() {
        List<String> results = new CopyOnWriteArrayList<>();
        Task<String> task = deft.start(NAME, () -> "done");
        task.onSuccess(results::add);
        task.join();
        task.onSuccess(results::add);
        task.terminated().join();

        assertThat(results).containsExactly("done", "done");
    }

    @Test
    void whatSucceededOrWasCancelledHasNotFailed() {
        Task<String> succeeded = deft.start(NAME, () -> "done");
        Task<Void> cancelled = deft.start("sleep", () -> deft.time().sleep(Duration.ofDays(1)));
        cancelled.cancel(true);

        assertThat(ended(succeeded).unseenFailure()).isNull();
        assertThat(ended(cancelled).unseenFailure()).isNull();
    }

    @Test
    void anAttemptBelongsToItsCall() {
        assertThat(ended(deft.startAttempt(NAME, this::fail)).unseenFailure()).isNull();
    }

    @Test
    void aTaskThatWasRefusedHasFailed() {
        deft.close();
        becomeGarbage(failed());

        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.failure()).isInstanceOf(TaskRejectedException.class));
    }

    @Test
    void whoeverWaitsForAGroupHasSeenItsMembers() {
        RunningTask<String> member;
        try (TaskGroup<String> group = deft.group()) {
            member = (RunningTask<String>) group.start("member", this::fail);
            assertThatThrownBy(group::await).isSameAs(failure);
        }
        assertThat(member.unseenFailure()).isNull();
    }

    @Test
    void whoeverAsksAGroupForFailuresHasSeenThem() {
        RunningTask<String> member;
        try (TaskGroup<String> group = deft.group()) {
            member = ended(group.start("member", this::fail));
            assertThat(member.unseenFailure()).isNotNull();
            assertThat(group.failures()).containsExactly(failure);
        }
        assertThat(member.unseenFailure()).isNull();
    }

    @Test
    void aGroupThatIsOnlyClosedHasNotLooked() {
        RunningTask<String> member;
        try (TaskGroup<String> group = deft.group()) {
            member = ended(group.start("member", this::fail));
        }
        becomeGarbage(member);

        assertThat(reports).hasSize(1);
    }

    @Test
    void garbageIsNoticed() throws InterruptedException {
        CountDownLatch noticed = new CountDownLatch(1);
        try (Deft real = Deft.builder()
                .listener(this::note)
                .listener(event -> {
                    if (event instanceof TaskEvent.Unobserved) {
                        noticed.countDown();
                    }
                })
                .build()) {
            startAndForget(real);
            do {
                System.gc(); // asks only: it may have to be asked again
            } while (!noticed.await(10, TimeUnit.MILLISECONDS));
        }
        assertThat(reports).extracting(TaskEvent.Unobserved::failure).containsExactly(failure);
    }

    private void note(TaskEvent event) {
        if (event instanceof TaskEvent.Unobserved report) {
            reports.add(report);
        }
    }

    private void startAndForget(Deft real) {
        real.start(NAME, this::fail).terminated().join();
    }
}
