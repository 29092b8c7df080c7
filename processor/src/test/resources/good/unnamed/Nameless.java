import dev.deft.annotation.Async;
import dev.deft.annotation.Retry;

class Nameless {
    @Async
    @Retry
    int call(Nameless other) {
        return 1;
    }

    static class Nested {
        @Retry
        void call() {}
    }
}
