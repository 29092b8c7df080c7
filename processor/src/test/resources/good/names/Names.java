package names;

import dev.deft.annotation.Async;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;

/** Names that mean something else in the wrapper. */
public class Names {
    public Names() {}

    @Retry
    @Timeout("1s")
    @Deadline("4s")
    @Limit(2)
    @Deferred("clean")
    @Fallback("handle")
    public int charge(
            int target,
            int deft,
            int observed,
            int failure,
            int result,
            int run,
            int watch,
            int scope,
            int call,
            int thrown,
            int second,
            int cause,
            int chargeRetry,
            int CHARGE,
            int $L,
            int $T,
            int größe,
            int dev,
            int java,
            int Failures,
            int Names,
            int Task) {
        return 1;
    }

    int handle(java.lang.Throwable failed, int target) {
        return 1;
    }

    void clean(int failure) {}

    @Async
    public static int direct(int Names, int deft) {
        return 1;
    }

    @java.lang.Override
    @Limit(1)
    public java.lang.String toString() {
        return "";
    }

    @java.lang.Override
    @Limit(1)
    public int hashCode() {
        return 1;
    }

    @java.lang.Override
    @Limit(1)
    public boolean equals(java.lang.Object other) {
        return other == this;
    }

    @Limit(1)
    public void close() {}

    @Limit(1)
    public Names of(Names other) {
        return other;
    }

    @Limit(1)
    public void chargeLimited() {}

    @Limit(1)
    public void wait(String text) {}

    @Limit(1)
    public void $() {}

    @Limit(1)
    public void 測試(int 測試) {}

    @Limit(1)
    public void chargeCard() {}

    @Limit(1)
    public void charge_card() {}

    @Limit(1)
    public void URLOf(Throwable own) {}
}
