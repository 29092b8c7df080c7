package locks;

import dev.deft.annotation.Async;
import dev.deft.annotation.LockMode;
import dev.deft.annotation.Locked;
import dev.deft.annotation.Retry;
import java.util.List;

/** Locks: of the object, of the class, of a name, of each key, and their two sides. */
public class Accounts {
    @Locked(mode = LockMode.READ)
    public long total() {
        return 1;
    }

    @Locked
    public void transfer(String from, String to) throws InterruptedException {}

    @Locked(mode = LockMode.WRITE)
    public <T> T change(T lock) {
        return lock;
    }

    @Async
    @Retry
    @Locked(mode = LockMode.READ)
    public List<String> all() {
        return List.of();
    }

    @Locked(key = "account")
    public void withdraw(String account) throws InterruptedException {}

    @Locked(key = "account", mode = LockMode.READ)
    public long balance(String account) {
        return 1;
    }

    @Locked
    public static void audit() {}

    @Locked(mode = LockMode.READ)
    public static boolean isAudited() {
        return true;
    }

    @Locked("ledger")
    public void book() {}

    @Locked(value = "ledger", mode = LockMode.READ)
    public static void print() {}

    @Locked(value = "accounts", key = "account.length")
    public void close(String account) {}

    @Locked(value = "accounts", key = "account", mode = LockMode.READ)
    public void look(int account) {}

    /** Methods with a lock for each key of the class. */
    static class Keyed {
        @Locked(key = "lock")
        static void first(String lock) {}

        @Locked(key = "lock", mode = LockMode.READ)
        static void second(String lock) {}
    }
}
