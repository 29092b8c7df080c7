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
 * Runs the methods of {@link Outer} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Outer}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class OuterTasks<T> {
    private static final TaskName OUTER = TaskName.of("types.Outer", "outer", "T");

    private final Outer<T> target;
    private final Deft deft;
    private final LimitPolicy outerLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public OuterTasks(Outer<T> target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.outerLimit = deft.policies().limit(OUTER, LimitSettings.permits(1));
        deft.policies().checkSettings("types.Outer");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static <T> OuterTasks<T> of(Outer<T> target) {
        return new OuterTasks<>(target, Deft.global());
    }

    /**
     * Calls {@link Outer#outer(Object)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    T outer(T t) {
        return Deft.hasListeners(deft) ? outerObserved(t) : outerLimited(t);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private T outerObserved(T t) {
        Call call = deft.begin(OUTER);
        T result;
        try {
            result = outerLimited(t);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Outer#outer(Object)}. */
    private T outerLimited(T t) {
        outerLimit.acquire();
        try {
            return target.outer(t);
        } finally {
            outerLimit.release();
        }
    }
}
