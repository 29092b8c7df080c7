package subclasses;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Above} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Above}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class AboveTasks {
    private static final TaskName SIZE = TaskName.of("subclasses.Above", "size");

    private final Above target;
    private final Deft deft;
    private final LimitPolicy sizeLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    AboveTasks(Above target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.sizeLimit = deft.policies().limit(SIZE, LimitSettings.permits(3));
        deft.policies().checkSettings("subclasses.Above");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static AboveTasks of(Above target) {
        return new AboveTasks(target, Deft.global());
    }

    /**
     * Calls {@link Above#size()}.
     *
     * <p>From the outside in: {@code @Limit(3)}, the call.
     */
    protected int size() {
        return Deft.hasListeners(deft) ? sizeObserved() : sizeLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int sizeObserved() {
        Call call = deft.begin(SIZE);
        int result;
        try {
            result = sizeLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(3)} around {@link Above#size()}. */
    private int sizeLimited() {
        sizeLimit.acquire();
        try {
            return target.size();
        } finally {
            sizeLimit.release();
        }
    }
}
