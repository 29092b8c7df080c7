package types;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Outer.Statics} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Outer.Statics}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class Outer_StaticsTasks {
    private static final TaskName ONE = TaskName.of("types.Outer.Statics", "one");
    private static final TaskName TWO = TaskName.of("types.Outer.Statics", "two");

    private final Deft deft;
    private final LimitPolicy oneLimit;

    /** Runs on {@code deft}, to which belongs what it shares with other wrappers of the class. */
    public Outer_StaticsTasks(Deft deft) {
        this.deft = Objects.requireNonNull(deft, "deft");
        this.oneLimit = deft.policies().limit(ONE, LimitSettings.permits(1));
        deft.policies().checkSettings("types.Outer.Statics");
    }

    /** Runs on {@link Deft#global()}. */
    public static Outer_StaticsTasks of() {
        return new Outer_StaticsTasks(Deft.global());
    }

    /**
     * Calls {@link Outer.Statics#one()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public int one() {
        return Deft.hasListeners(deft) ? oneObserved() : oneLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int oneObserved() {
        Call call = deft.begin(ONE);
        int result;
        try {
            result = oneLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Outer.Statics#one()}. */
    private int oneLimited() {
        oneLimit.acquire();
        try {
            return Outer.Statics.one();
        } finally {
            oneLimit.release();
        }
    }

    /**
     * Starts {@link Outer.Statics#two()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    public Task<Void> two() {
        return deft.start(TWO, () -> Outer.Statics.two());
    }
}
