package locks;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.KeyedLock;
import dev.deft.policy.LockPolicy;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Accounts.Keyed} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Accounts.Keyed}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Accounts_KeyedTasks {
    private static final TaskName FIRST = TaskName.of("locks.Accounts.Keyed", "first", "String");
    private static final TaskName SECOND = TaskName.of("locks.Accounts.Keyed", "second", "String");

    private final Deft deft;
    private final KeyedLock firstLocks;
    private final KeyedLock secondLocks;

    /** Runs on {@code deft}, to which belongs what it shares with other wrappers of the class. */
    Accounts_KeyedTasks(Deft deft) {
        this.deft = Objects.requireNonNull(deft, "deft");
        this.firstLocks = deft.policies().keyedClassLock(FIRST);
        this.secondLocks = deft.policies().keyedClassLock(SECOND).read();
        deft.policies().checkSettings("locks.Accounts.Keyed");
    }

    /** Runs on {@link Deft#global()}. */
    static Accounts_KeyedTasks of() {
        return new Accounts_KeyedTasks(Deft.global());
    }

    /**
     * Calls {@link Accounts.Keyed#first(String)}.
     *
     * <p>From the outside in: {@code @Locked(key = "lock")} (exclusive), the call.
     */
    void first(String lock) {
        if (Deft.hasListeners(deft)) {
            firstObserved(lock);
        } else {
            firstLocked(lock);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void firstObserved(String lock) {
        Call call = deft.begin(FIRST);
        try {
            firstLocked(lock);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Locked(key = "lock")} around {@link Accounts.Keyed#first(String)}. */
    private void firstLocked(String lock) {
        LockPolicy lock_ = firstLocks.lock(lock);
        try {
            Accounts.Keyed.first(lock);
        } finally {
            firstLocks.unlock(lock_);
        }
    }

    /**
     * Calls {@link Accounts.Keyed#second(String)}.
     *
     * <p>From the outside in: {@code @Locked(key = "lock", mode = READ)}, the call.
     */
    void second(String lock) {
        if (Deft.hasListeners(deft)) {
            secondObserved(lock);
        } else {
            secondLocked(lock);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void secondObserved(String lock) {
        Call call = deft.begin(SECOND);
        try {
            secondLocked(lock);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Locked(key = "lock", mode = READ)} around {@link Accounts.Keyed#second(String)}. */
    private void secondLocked(String lock) {
        LockPolicy lock_ = secondLocks.lock(lock);
        try {
            Accounts.Keyed.second(lock);
        } finally {
            secondLocks.unlock(lock_);
        }
    }
}
