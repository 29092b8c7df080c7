package raws;

import dev.deft.annotation.*;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Types without their arguments, and failures that are on their way out. */
class Raws {
    static class Base<T> {
        @Retry
        public <R> R first(R item) {
            return item;
        }

        @Fallback("other")
        public T second(List<T> items) {
            return items.get(0);
        }

        public T other(List<T> items) {
            return null;
        }
    }

    @Tasks
    @SuppressWarnings("rawtypes")
    static class Raw extends Base {}

    interface Generic<T> {
        <R> R same(R item);

        T next(T item);
    }

    @SuppressWarnings("rawtypes")
    interface Erased extends Generic {
        @Retry
        Object next(Object item);
    }

    static class Futures {
        @Async
        @SuppressWarnings("rawtypes")
        public CompletableFuture stage() {
            return new CompletableFuture<String>();
        }

        @Async
        @Limit(1)
        @SuppressWarnings("rawtypes")
        public Future future() {
            return new CompletableFuture<String>();
        }
    }

    interface Copies {
        <R> List<R> copy(List<R> items);
    }

    @Tasks(as = Copies.class)
    @SuppressWarnings({"rawtypes", "unchecked"})
    static class Copier implements Copies {
        @Retry
        @Override
        public List copy(List items) {
            return items;
        }
    }

    @SuppressWarnings("deprecation")
    static class Failing {
        @Retry(on = OldFailure.class)
        int retried() throws OldFailure {
            return 1;
        }

        @Fallback(value = "none", on = OldFailure.class)
        int handled() throws OldFailure {
            return 1;
        }

        @Recover(value = "none", on = OldFailure.class, causes = true)
        int recovered() throws OldFailure {
            return 1;
        }

        int none() {
            return 0;
        }
    }
}
