package tasks;

import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Asynchronous} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Asynchronous}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class AsynchronousTasks {
    private static final TaskName FUTURE = TaskName.of("tasks.Asynchronous", "future");
    private static final TaskName STAGE = TaskName.of("tasks.Asynchronous", "stage");
    private static final TaskName TASK = TaskName.of("tasks.Asynchronous", "task");
    private static final TaskName PLAIN = TaskName.of("tasks.Asynchronous", "plain");
    private static final TaskName NOTHING = TaskName.of("tasks.Asynchronous", "nothing");
    private static final TaskName TOLD = TaskName.of("tasks.Asynchronous", "told", "String");
    private static final TaskName TOLD_VOID = TaskName.of("tasks.Asynchronous", "toldVoid", "String");

    private final Asynchronous target;
    private final Deft deft;
    private final LimitPolicy stageLimit;
    private final LimitPolicy plainLimit;
    private final LimitPolicy toldLimit;
    private final DeadlinePolicy toldVoidDeadline;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    AsynchronousTasks(Asynchronous target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.stageLimit = deft.policies().limit(STAGE, LimitSettings.permits(2));
        this.plainLimit = deft.policies().limit(PLAIN, LimitSettings.permits(2).maxWait(Duration.ZERO));
        this.toldLimit = deft.policies().limit(TOLD, LimitSettings.permits(1));
        this.toldVoidDeadline = deft.policies().deadline(TOLD_VOID, Duration.ofSeconds(2));
        deft.policies().checkSettings("tasks.Asynchronous");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static AsynchronousTasks of(Asynchronous target) {
        return new AsynchronousTasks(target, Deft.global());
    }

    /**
     * Starts {@link Asynchronous#future()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    Task<String> future() {
        return deft.start(FUTURE, () -> Task.await(target.future()));
    }

    /**
     * Starts {@link Asynchronous#stage()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Limit(2)}, the call.
     */
    Task<String> stage() {
        return deft.start(STAGE, () -> stageLimited());
    }

    /** {@code @Limit(2)} around {@link Asynchronous#stage()}. */
    private String stageLimited() {
        stageLimit.acquire();
        try {
            return Task.await(target.stage());
        } finally {
            stageLimit.release();
        }
    }

    /**
     * Starts {@link Asynchronous#task(TaskContext)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    Task<String> task() {
        return deft.start(TASK, () -> Task.await(target.task(TaskContext.current())));
    }

    /**
     * Starts {@link Asynchronous#plain()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Limit(value = 2, maxWait = "0")} (refuses at once when full), the
     * call.
     */
    Task<String> plain() {
        return deft.start(PLAIN, () -> plainLimited());
    }

    /** {@code @Limit(value = 2, maxWait = "0")} around {@link Asynchronous#plain()}. */
    private String plainLimited() {
        plainLimit.acquire();
        try {
            return Task.awaitFuture(target.plain());
        } finally {
            plainLimit.release();
        }
    }

    /**
     * Starts {@link Asynchronous#nothing()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    Task<Void> nothing() {
        return deft.start(NOTHING, () -> Task.await(target.nothing()));
    }

    /**
     * Starts {@link Asynchronous#told(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async(onSuccess = "succeeded", onFailure = "failed")}, {@code @Limit(1)}, the
     * call.
     */
    Task<Integer> told(String key) {
        return deft.start(TOLD, () -> toldLimited(key))
                .onSuccess(result -> target.succeeded(result, key))
                .onFailure(failure -> target.failed(failure, key));
    }

    /** {@code @Limit(1)} around {@link Asynchronous#told(String)}. */
    private int toldLimited(String key) {
        toldLimit.acquire();
        try {
            return target.told(key);
        } finally {
            toldLimit.release();
        }
    }

    /**
     * Starts {@link Asynchronous#toldVoid(String)} on a new virtual thread, detached from the caller, and returns at
     * once.
     *
     * <p>From the outside in: {@code @Async(onSuccess = "ended", onFailure = "broken", detached = true)},
     * {@code @Deadline("2s")}, the call. At worst 2 s.
     */
    Task<Void> toldVoid(String key) {
        return deft.startDetached(TOLD_VOID, toldVoidDeadline, () -> target.toldVoid(key))
                .onSuccess(nothing -> target.ended(key))
                .onFailure(failure -> {
                    if (failure instanceof IOException cause) {
                        target.broken(cause);
                    }
                });
    }
}
