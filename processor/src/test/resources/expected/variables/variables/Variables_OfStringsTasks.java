package variables;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Runs the methods of {@link Variables.OfStrings} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Variables.OfStrings}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Variables_OfStringsTasks {
    private static final TaskName INHERITED =
            TaskName.of("variables.Variables.OfStrings", "inherited", "A", "A", "List", "N");

    private final Variables.OfStrings target;
    private final Deft deft;
    private final LimitPolicy inheritedLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Variables_OfStringsTasks(Variables.OfStrings target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.inheritedLimit = deft.policies().limit(INHERITED, LimitSettings.permits(1));
        deft.policies().checkSettings("variables.Variables.OfStrings");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Variables_OfStringsTasks of(Variables.OfStrings target) {
        return new Variables_OfStringsTasks(target, Deft.global());
    }

    /**
     * Calls {@link Variables.OfStrings#inherited(Object, Object, List, Object)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    <@NonNull N> String inherited(String one, @Nullable String other, List<String> many, N last) {
        return Deft.hasListeners(deft)
                ? inheritedObserved(one, other, many, last)
                : inheritedLimited(one, other, many, last);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <@NonNull N> String inheritedObserved(String one, @Nullable String other, List<String> many, N last) {
        Call call = deft.begin(INHERITED);
        String result;
        try {
            result = inheritedLimited(one, other, many, last);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Variables.OfStrings#inherited(Object, Object, List, Object)}. */
    private <@NonNull N> String inheritedLimited(String one, @Nullable String other, List<String> many, N last) {
        inheritedLimit.acquire();
        try {
            return target.inherited(one, other, many, last);
        } finally {
            inheritedLimit.release();
        }
    }
}
