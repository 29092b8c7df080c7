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
 * Runs the methods of {@link Outer.Shape} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Outer.Shape}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Outer_ShapeTasks {
    private static final TaskName AREA = TaskName.of("types.Outer.Shape", "area");

    private final Outer.Shape target;
    private final Deft deft;
    private final LimitPolicy areaLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Outer_ShapeTasks(Outer.Shape target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.areaLimit = deft.policies().limit(AREA, LimitSettings.permits(1));
        deft.policies().checkSettings("types.Outer.Shape");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Outer_ShapeTasks of(Outer.Shape target) {
        return new Outer_ShapeTasks(target, Deft.global());
    }

    /**
     * Calls {@link Outer.Shape#area()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public double area() {
        return Deft.hasListeners(deft) ? areaObserved() : areaLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private double areaObserved() {
        Call call = deft.begin(AREA);
        double result;
        try {
            result = areaLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Outer.Shape#area()}. */
    private double areaLimited() {
        areaLimit.acquire();
        try {
            return target.area();
        } finally {
            areaLimit.release();
        }
    }
}
