package types;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.io.IOException;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Outer.Base} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Outer.Base}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Outer_BaseTasks<E> {
    private static final TaskName INHERITED = TaskName.of("types.Outer.Base", "inherited", "E", "T");

    private final Outer.Base<E> target;
    private final Deft deft;
    private final LimitPolicy inheritedLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Outer_BaseTasks(Outer.Base<E> target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.inheritedLimit = deft.policies().limit(INHERITED, LimitSettings.permits(1));
        deft.policies().checkSettings("types.Outer.Base");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static <E> Outer_BaseTasks<E> of(Outer.Base<E> target) {
        return new Outer_BaseTasks<>(target, Deft.global());
    }

    /**
     * Calls {@link Outer.Base#inherited(Object, Object)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    <T> T inherited(E element, T other) throws IOException {
        return Deft.hasListeners(deft) ? inheritedObserved(element, other) : inheritedLimited(element, other);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T> T inheritedObserved(E element, T other) throws IOException {
        Call call = deft.begin(INHERITED);
        T result;
        try {
            result = inheritedLimited(element, other);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Outer.Base#inherited(Object, Object)}. */
    private <T> T inheritedLimited(E element, T other) throws IOException {
        inheritedLimit.acquire();
        try {
            return target.inherited(element, other);
        } finally {
            inheritedLimit.release();
        }
    }
}
