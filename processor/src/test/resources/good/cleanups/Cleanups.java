package cleanups;

import dev.deft.Defer;
import dev.deft.TaskContext;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Outcome;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;
import java.io.IOException;
import java.util.List;

/** What @Deferred may name, and the Defer parameter. */
class Cleanups {
    @Deferred({"first", "second"})
    @Deferred(value = "commit", on = Outcome.SUCCESS)
    @Deferred(value = "rollback", on = Outcome.FAILURE)
    List<String> transfer(String from, String to) throws IOException {
        return List.of(from, to);
    }

    static void first(String to) {}

    void second(List<String> result, Throwable failure) {}

    void commit(String from, List<String> result) throws IOException {}

    void rollback(String from, IOException failure) {}

    @Deferred("primitive")
    short number() {
        return 1;
    }

    void primitive(short result) {}

    @Deferred("overloaded")
    String ambiguous(int n) {
        return "";
    }

    void overloaded(int n, String result, IOException failure) {}

    void overloaded(long other) {}

    @SuppressWarnings("all")
    @Retry
    @Recover("zero")
    int deferring(Defer defer, int n, TaskContext context) {
        defer.onFailure(this::zero);
        defer.onFailure(this::told);
        defer.onFailure(failure -> told(failure));
        defer.onFailure(() -> told(null));
        defer.onSuccess(this::told);
        return n;
    }

    void told() {}

    void told(Throwable failure) {}

    int zero() {
        return 0;
    }

    @Retry
    void deferringVoid(String defer, Defer cleanups) {}
}
