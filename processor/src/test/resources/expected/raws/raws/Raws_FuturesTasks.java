package raws;

import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Raws.Futures} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Raws.Futures}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Raws_FuturesTasks {
    private static final TaskName STAGE = TaskName.of("raws.Raws.Futures", "stage");
    private static final TaskName FUTURE = TaskName.of("raws.Raws.Futures", "future");

    private final Raws.Futures target;
    private final Deft deft;
    private final LimitPolicy futureLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Raws_FuturesTasks(Raws.Futures target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.futureLimit = deft.policies().limit(FUTURE, LimitSettings.permits(1));
        deft.policies().checkSettings("raws.Raws.Futures");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Raws_FuturesTasks of(Raws.Futures target) {
        return new Raws_FuturesTasks(target, Deft.global());
    }

    /**
     * Starts {@link Raws.Futures#stage()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    public Task<Object> stage() {
        return deft.start(STAGE, () -> Task.await((CompletionStage<?>) target.stage()));
    }

    /**
     * Starts {@link Raws.Futures#future()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Limit(1)}, the call.
     */
    public Task<Object> future() {
        return deft.start(FUTURE, () -> futureLimited());
    }

    /** {@code @Limit(1)} around {@link Raws.Futures#future()}. */
    private Object futureLimited() {
        futureLimit.acquire();
        try {
            return Task.awaitFuture((Future<?>) target.future());
        } finally {
            futureLimit.release();
        }
    }
}
