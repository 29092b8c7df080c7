package deprecated;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Old.OldType} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Old.OldType}; change the annotations there and build again.
 *
 * @deprecated as {@link Old.OldType} is
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
@Deprecated
public final class Old_OldTypeTasks {
    private static final TaskName CALL = TaskName.of("deprecated.Old.OldType", "call");

    private final Old.OldType target;
    private final Deft deft;
    private final LimitPolicy callLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public Old_OldTypeTasks(Old.OldType target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.callLimit = deft.policies().limit(CALL, LimitSettings.permits(1));
        deft.policies().checkSettings("deprecated.Old.OldType");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static Old_OldTypeTasks of(Old.OldType target) {
        return new Old_OldTypeTasks(target, Deft.global());
    }

    /**
     * Calls {@link Old.OldType#call()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public void call() {
        if (Deft.hasListeners(deft)) {
            callObserved();
        } else {
            callLimited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void callObserved() {
        Call call = deft.begin(CALL);
        try {
            callLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Old.OldType#call()}. */
    private void callLimited() {
        callLimit.acquire();
        try {
            target.call();
        } finally {
            callLimit.release();
        }
    }
}
