package deprecated;

import dev.deft.annotation.Fallback;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;

/** Deprecated methods, and warnings that a signature cannot do without. */
public class Old {
    public Old() {}

    /** @deprecated for a test */
    @Deprecated(since = "2")
    @Limit(1)
    public void old() {}

    /** @deprecated for a test */
    @Deprecated
    @Limit(1)
    public int oldToo() {
        return 1;
    }

    @Retry
    @Fallback("fallback")
    public void withOldFallback() {}

    /** @deprecated for a test */
    @Deprecated
    void fallback() {}

    /** @deprecated for a test */
    @Deprecated(forRemoval = true)
    @Limit(1)
    public void goes() {}

    @SuppressWarnings("rawtypes")
    @Limit(1)
    public java.util.List raw(java.util.Set raw) {
        return null;
    }

    @SafeVarargs
    @Limit(1)
    public final <E> java.util.List<E> safe(E... elements) {
        return java.util.List.of();
    }

    @SuppressWarnings("unchecked")
    @Limit(1)
    public <E> void unsafe(java.util.List<E>... lists) {}

    /** @deprecated for a test */
    @Deprecated
    public static class OldType {
        public OldType() {}

        @Limit(1)
        public void call() {}
    }

    @Limit(1)
    public void takes(OldType old) {}
}
