package variables;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Runs the methods of {@link Variables} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Variables}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class VariablesTasks<@NonNull C extends @Nullable Object> {
    private static final TaskName OF_CLASS = TaskName.of("variables.Variables", "ofClass", "C", "C", "List", "C[]");
    private static final TaskName OF_METHOD = TaskName.of("variables.Variables", "ofMethod", "N", "N", "List");

    private final Variables<C> target;
    private final Deft deft;
    private final LimitPolicy ofClassLimit;
    private final LimitPolicy ofMethodLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    VariablesTasks(Variables<C> target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.ofClassLimit = deft.policies().limit(OF_CLASS, LimitSettings.permits(1));
        this.ofMethodLimit = deft.policies().limit(OF_METHOD, LimitSettings.permits(1));
        deft.policies().checkSettings("variables.Variables");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static <@NonNull C extends @Nullable Object> VariablesTasks<C> of(Variables<C> target) {
        return new VariablesTasks<>(target, Deft.global());
    }

    /**
     * Calls {@link Variables#ofClass(Object, Object, List, Object[])}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    C ofClass(C one, @Nullable C other, List<C> many, @Nullable C[] array) {
        return Deft.hasListeners(deft)
                ? ofClassObserved(one, other, many, array)
                : ofClassLimited(one, other, many, array);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private C ofClassObserved(C one, @Nullable C other, List<C> many, @Nullable C[] array) {
        Call call = deft.begin(OF_CLASS);
        C result;
        try {
            result = ofClassLimited(one, other, many, array);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Variables#ofClass(Object, Object, List, Object[])}. */
    private C ofClassLimited(C one, @Nullable C other, List<C> many, @Nullable C[] array) {
        ofClassLimit.acquire();
        try {
            return target.ofClass(one, other, many, array);
        } finally {
            ofClassLimit.release();
        }
    }

    /**
     * Calls {@link Variables#ofMethod(Object, Object, List)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    <@NonNull N, X extends N> Map<N, X> ofMethod(N one, @Nullable N other, List<? super N> to) {
        return Deft.hasListeners(deft)
                ? this.<N, X>ofMethodObserved(one, other, to)
                : this.<N, X>ofMethodLimited(one, other, to);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <@NonNull N, X extends N> Map<N, X> ofMethodObserved(N one, @Nullable N other, List<? super N> to) {
        Call call = deft.begin(OF_METHOD);
        Map<N, X> result;
        try {
            result = this.<N, X>ofMethodLimited(one, other, to);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Variables#ofMethod(Object, Object, List)}. */
    private <@NonNull N, X extends N> Map<N, X> ofMethodLimited(N one, @Nullable N other, List<? super N> to) {
        ofMethodLimit.acquire();
        try {
            return target.<N, X>ofMethod(one, other, to);
        } finally {
            ofMethodLimit.release();
        }
    }
}
