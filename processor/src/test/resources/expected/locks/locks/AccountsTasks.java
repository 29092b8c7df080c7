package locks;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.KeyedLock;
import dev.deft.policy.LockPolicy;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Accounts} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Accounts}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class AccountsTasks {
    private static final TaskName TOTAL = TaskName.of("locks.Accounts", "total");
    private static final TaskName TRANSFER = TaskName.of("locks.Accounts", "transfer", "String", "String");
    private static final TaskName CHANGE = TaskName.of("locks.Accounts", "change", "T");
    private static final TaskName ALL = TaskName.of("locks.Accounts", "all");
    private static final TaskName WITHDRAW = TaskName.of("locks.Accounts", "withdraw", "String");
    private static final TaskName BALANCE = TaskName.of("locks.Accounts", "balance", "String");
    private static final TaskName AUDIT = TaskName.of("locks.Accounts", "audit");
    private static final TaskName IS_AUDITED = TaskName.of("locks.Accounts", "isAudited");
    private static final TaskName BOOK = TaskName.of("locks.Accounts", "book");
    private static final TaskName PRINT = TaskName.of("locks.Accounts", "print");
    private static final TaskName CLOSE = TaskName.of("locks.Accounts", "close", "String");
    private static final TaskName LOOK = TaskName.of("locks.Accounts", "look", "int");

    private final Accounts target;
    private final Deft deft;
    private final LockPolicy totalLock;
    private final LockPolicy transferLock;
    private final LockPolicy changeLock;
    private final RetryPolicy allRetry;
    private final LockPolicy allLock;
    private final KeyedLock withdrawLocks;
    private final KeyedLock balanceLocks;
    private final LockPolicy auditLock;
    private final LockPolicy isAuditedLock;
    private final LockPolicy bookLock;
    private final LockPolicy printLock;
    private final KeyedLock closeLocks;
    private final KeyedLock lookLocks;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public AccountsTasks(Accounts target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.totalLock = deft.policies().newLock(TOTAL).read();
        this.transferLock = totalLock.named(TRANSFER).write();
        this.changeLock = totalLock.named(CHANGE).write();
        this.allRetry = deft.policies().retry(ALL, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.allLock = totalLock.named(ALL);
        this.withdrawLocks = deft.policies().newKeyedLock(WITHDRAW);
        this.balanceLocks = withdrawLocks.named(BALANCE).read();
        this.auditLock = deft.policies().classLock(AUDIT);
        this.isAuditedLock = deft.policies().classLock(IS_AUDITED).read();
        this.bookLock = deft.policies().lock(BOOK, "ledger");
        this.printLock = deft.policies().lock(PRINT, "ledger").read();
        this.closeLocks = deft.policies().keyedLock(CLOSE, "accounts");
        this.lookLocks = deft.policies().keyedLock(LOOK, "accounts").read();
        deft.policies().checkSettings("locks.Accounts");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static AccountsTasks of(Accounts target) {
        return new AccountsTasks(target, Deft.global());
    }

    /**
     * Calls {@link Accounts#total()}.
     *
     * <p>From the outside in: {@code @Locked(mode = READ)}, the call.
     */
    public long total() {
        return Deft.hasListeners(deft) ? totalObserved() : totalLocked();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private long totalObserved() {
        Call call = deft.begin(TOTAL);
        long result;
        try {
            result = totalLocked();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Locked(mode = READ)} around {@link Accounts#total()}. */
    private long totalLocked() {
        totalLock.lock();
        try {
            return target.total();
        } finally {
            totalLock.unlock();
        }
    }

    /**
     * Calls {@link Accounts#transfer(String, String)}.
     *
     * <p>From the outside in: {@code @Locked} (exclusive), the call.
     */
    public void transfer(String from, String to) throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            transferObserved(from, to);
        } else {
            transferLocked(from, to);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void transferObserved(String from, String to) throws InterruptedException {
        Call call = deft.begin(TRANSFER);
        try {
            transferLocked(from, to);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Locked} around {@link Accounts#transfer(String, String)}. */
    private void transferLocked(String from, String to) throws InterruptedException {
        transferLock.lockInterruptibly();
        try {
            target.transfer(from, to);
        } finally {
            transferLock.unlock();
        }
    }

    /**
     * Calls {@link Accounts#change(Object)}.
     *
     * <p>From the outside in: {@code @Locked(mode = WRITE)}, the call.
     */
    public <T> T change(T lock) {
        return Deft.hasListeners(deft) ? changeObserved(lock) : changeLocked(lock);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T> T changeObserved(T lock) {
        Call call = deft.begin(CHANGE);
        T result;
        try {
            result = changeLocked(lock);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Locked(mode = WRITE)} around {@link Accounts#change(Object)}. */
    private <T> T changeLocked(T lock) {
        changeLock.lock();
        try {
            return target.change(lock);
        } finally {
            changeLock.unlock();
        }
    }

    /**
     * Starts {@link Accounts#all()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Retry} (3 attempts, waits 100 ms, 200 ms),
     * {@code @Locked(mode = READ)}, the call.
     */
    public Task<List<String>> all() {
        return deft.start(ALL, () -> allRetried());
    }

    /** {@code @Retry} around {@link #allLocked}. */
    private List<String> allRetried() {
        RetryPolicy.called(allRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return allLocked();
            } catch (Throwable failure) {
                run = allRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Locked(mode = READ)} around {@link Accounts#all()}. */
    private List<String> allLocked() {
        allLock.lock();
        try {
            return target.all();
        } finally {
            allLock.unlock();
        }
    }

    /**
     * Calls {@link Accounts#withdraw(String)}.
     *
     * <p>From the outside in: {@code @Locked(key = "account")} (exclusive), the call.
     */
    public void withdraw(String account) throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            withdrawObserved(account);
        } else {
            withdrawLocked(account);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void withdrawObserved(String account) throws InterruptedException {
        Call call = deft.begin(WITHDRAW);
        try {
            withdrawLocked(account);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Locked(key = "account")} around {@link Accounts#withdraw(String)}. */
    private void withdrawLocked(String account) throws InterruptedException {
        LockPolicy lock = withdrawLocks.lockInterruptibly(account);
        try {
            target.withdraw(account);
        } finally {
            withdrawLocks.unlock(lock);
        }
    }

    /**
     * Calls {@link Accounts#balance(String)}.
     *
     * <p>From the outside in: {@code @Locked(key = "account", mode = READ)}, the call.
     */
    public long balance(String account) {
        return Deft.hasListeners(deft) ? balanceObserved(account) : balanceLocked(account);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private long balanceObserved(String account) {
        Call call = deft.begin(BALANCE);
        long result;
        try {
            result = balanceLocked(account);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Locked(key = "account", mode = READ)} around {@link Accounts#balance(String)}. */
    private long balanceLocked(String account) {
        LockPolicy lock = balanceLocks.lock(account);
        try {
            return target.balance(account);
        } finally {
            balanceLocks.unlock(lock);
        }
    }

    /**
     * Calls {@link Accounts#audit()}.
     *
     * <p>From the outside in: {@code @Locked} (exclusive), the call.
     */
    public void audit() {
        if (Deft.hasListeners(deft)) {
            auditObserved();
        } else {
            auditLocked();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void auditObserved() {
        Call call = deft.begin(AUDIT);
        try {
            auditLocked();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Locked} around {@link Accounts#audit()}. */
    private void auditLocked() {
        auditLock.lock();
        try {
            Accounts.audit();
        } finally {
            auditLock.unlock();
        }
    }

    /**
     * Calls {@link Accounts#isAudited()}.
     *
     * <p>From the outside in: {@code @Locked(mode = READ)}, the call.
     */
    public boolean isAudited() {
        return Deft.hasListeners(deft) ? isAuditedObserved() : isAuditedLocked();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private boolean isAuditedObserved() {
        Call call = deft.begin(IS_AUDITED);
        boolean result;
        try {
            result = isAuditedLocked();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Locked(mode = READ)} around {@link Accounts#isAudited()}. */
    private boolean isAuditedLocked() {
        isAuditedLock.lock();
        try {
            return Accounts.isAudited();
        } finally {
            isAuditedLock.unlock();
        }
    }

    /**
     * Calls {@link Accounts#book()}.
     *
     * <p>From the outside in: {@code @Locked("ledger")} (exclusive), the call.
     */
    public void book() {
        if (Deft.hasListeners(deft)) {
            bookObserved();
        } else {
            bookLocked();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void bookObserved() {
        Call call = deft.begin(BOOK);
        try {
            bookLocked();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Locked("ledger")} around {@link Accounts#book()}. */
    private void bookLocked() {
        bookLock.lock();
        try {
            target.book();
        } finally {
            bookLock.unlock();
        }
    }

    /**
     * Calls {@link Accounts#print()}.
     *
     * <p>From the outside in: {@code @Locked(value = "ledger", mode = READ)}, the call.
     */
    public void print() {
        if (Deft.hasListeners(deft)) {
            printObserved();
        } else {
            printLocked();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void printObserved() {
        Call call = deft.begin(PRINT);
        try {
            printLocked();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Locked(value = "ledger", mode = READ)} around {@link Accounts#print()}. */
    private void printLocked() {
        printLock.lock();
        try {
            Accounts.print();
        } finally {
            printLock.unlock();
        }
    }

    /**
     * Calls {@link Accounts#close(String)}.
     *
     * <p>From the outside in: {@code @Locked(value = "accounts", key = "account.length")} (exclusive), the call.
     */
    public void close(String account) {
        if (Deft.hasListeners(deft)) {
            closeObserved(account);
        } else {
            closeLocked(account);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void closeObserved(String account) {
        Call call = deft.begin(CLOSE);
        try {
            closeLocked(account);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Locked(value = "accounts", key = "account.length")} around {@link Accounts#close(String)}. */
    private void closeLocked(String account) {
        LockPolicy lock = closeLocks.lock(account.length());
        try {
            target.close(account);
        } finally {
            closeLocks.unlock(lock);
        }
    }

    /**
     * Calls {@link Accounts#look(int)}.
     *
     * <p>From the outside in: {@code @Locked(value = "accounts", key = "account", mode = READ)}, the call.
     */
    public void look(int account) {
        if (Deft.hasListeners(deft)) {
            lookObserved(account);
        } else {
            lookLocked(account);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void lookObserved(int account) {
        Call call = deft.begin(LOOK);
        try {
            lookLocked(account);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Locked(value = "accounts", key = "account", mode = READ)} around {@link Accounts#look(int)}. */
    private void lookLocked(int account) {
        LockPolicy lock = lookLocks.lock(account);
        try {
            target.look(account);
        } finally {
            lookLocks.unlock(lock);
        }
    }
}
