package types;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Outer.Size} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Outer.Size}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Outer_SizeTasks {
    private static final TaskName WIDTH = TaskName.of("types.Outer.Size", "width");

    private final Outer.Size target;
    private final Deft deft;
    private final LimitPolicy widthLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Outer_SizeTasks(Outer.Size target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.widthLimit = deft.policies().limit(WIDTH, LimitSettings.permits(1));
        deft.policies().checkSettings("types.Outer.Size");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Outer_SizeTasks of(Outer.Size target) {
        return new Outer_SizeTasks(target, Deft.global());
    }

    /**
     * Calls {@link Outer.Size#width()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    int width() {
        return Deft.hasListeners(deft) ? widthObserved() : widthLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int widthObserved() {
        Call call = deft.begin(WIDTH);
        int result;
        try {
            result = widthLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Outer.Size#width()}. */
    private int widthLimited() {
        widthLimit.acquire();
        try {
            return target.width();
        } finally {
            widthLimit.release();
        }
    }
}
