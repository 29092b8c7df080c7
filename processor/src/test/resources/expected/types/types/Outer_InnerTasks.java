package types;

import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Outer.Inner} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Outer.Inner}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Outer_InnerTasks<T, V> {
    private static final TaskName INNER = TaskName.of("types.Outer.Inner", "inner", "T", "V");

    private final Outer<T>.Inner<V> target;
    private final Deft deft;
    private final LimitPolicy innerLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Outer_InnerTasks(Outer<T>.Inner<V> target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.innerLimit = deft.policies().limit(INNER, LimitSettings.permits(1));
        deft.policies().checkSettings("types.Outer.Inner");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static <T, V> Outer_InnerTasks<T, V> of(Outer<T>.Inner<V> target) {
        return new Outer_InnerTasks<>(target, Deft.global());
    }

    /**
     * Starts {@link Outer.Inner#inner(Object, Object)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Limit(1)}, the call.
     */
    Task<V> inner(T t, V v) {
        return deft.start(INNER, () -> innerLimited(t, v));
    }

    /** {@code @Limit(1)} around {@link Outer.Inner#inner(Object, Object)}. */
    private V innerLimited(T t, V v) {
        innerLimit.acquire();
        try {
            return target.inner(t, v);
        } finally {
            innerLimit.release();
        }
    }
}
