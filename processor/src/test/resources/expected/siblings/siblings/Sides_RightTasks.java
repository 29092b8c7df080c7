package siblings;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Sides.Right} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Sides.Right}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Sides_RightTasks<E> implements Sides.Right<E> {
    private static final TaskName FAILURES = TaskName.of("siblings.Sides.Right", "failures", "Y");
    private static final TaskName SIZE = TaskName.of("siblings.Sides.Right", "size");

    private final Sides.Right<E> target;
    private final Deft deft;
    private final LimitPolicy failuresLimit;
    private final LimitPolicy sizeLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Sides_RightTasks(Sides.Right<E> target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.failuresLimit = deft.policies().limit(FAILURES, LimitSettings.permits(2));
        this.sizeLimit = deft.policies().limit(SIZE, LimitSettings.permits(3));
        deft.policies().checkSettings("siblings.Sides.Right");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static <E> Sides_RightTasks<E> of(Sides.Right<E> target) {
        return new Sides_RightTasks<>(target, Deft.global());
    }

    /** Passes straight through to {@link Sides.Right#read(String)}. */
    @Override
    public String read(String path) throws FileNotFoundException, ClassNotFoundException {
        return target.read(path);
    }

    /**
     * Calls {@link Sides.Right#failures(Exception)}.
     *
     * <p>From the outside in: {@code @Limit(2)}, the call.
     */
    @Override
    public <Y extends Exception> List<Y> failures(Y first) throws EOFException, Y {
        return Deft.hasListeners(deft) ? failuresObserved(first) : failuresLimited(first);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <Y extends Exception> List<Y> failuresObserved(Y first) throws EOFException, Y {
        Call call = deft.begin(FAILURES);
        List<Y> result;
        try {
            result = failuresLimited(first);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(2)} around {@link Sides.Right#failures(Exception)}. */
    private <Y extends Exception> List<Y> failuresLimited(Y first) throws EOFException, Y {
        failuresLimit.acquire();
        try {
            return target.failures(first);
        } finally {
            failuresLimit.release();
        }
    }

    /** Passes straight through to {@link Sides.Right#all()}. */
    @Override
    public List<E> all() {
        return target.all();
    }

    /**
     * Calls {@link Sides.Right#size()}.
     *
     * <p>From the outside in: {@code @Limit(3)}, the call.
     */
    @Override
    public long size() throws InterruptedException {
        return Deft.hasListeners(deft) ? sizeObserved() : sizeLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private long sizeObserved() throws InterruptedException {
        Call call = deft.begin(SIZE);
        long result;
        try {
            result = sizeLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(3)} around {@link Sides.Right#size()}. */
    private long sizeLimited() throws InterruptedException {
        sizeLimit.acquireInterruptibly();
        try {
            return target.size();
        } finally {
            sizeLimit.release();
        }
    }

    /** Passes straight through to {@link Sides.Right#later()}. */
    @Override
    public CompletableFuture<E> later() {
        return target.later();
    }
}
