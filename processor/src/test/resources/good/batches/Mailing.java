package batches;

import dev.deft.Defer;
import dev.deft.TaskContext;
import dev.deft.annotation.Async;
import dev.deft.annotation.Batch;
import dev.deft.annotation.Limit;
import java.io.IOException;
import java.util.List;

public class Mailing<K extends Comparable<K>> {
    @Async
    @Batch
    @Limit(10)
    public String send(String address) throws IOException {
        return address;
    }

    @Async(pool = "cpu")
    @Batch
    protected void render(int page) {}

    @Batch
    @Async(pool = "cpu", detached = false)
    long count(TaskContext context, List<? extends K> keys, Defer defer) {
        return keys.size();
    }

    @Async
    @Batch
    <T, R> R[] pick(T item) {
        return null;
    }

    /** The box is another method's. */
    @Async
    void render(Integer page) {}

    @Async(pool = "cpu", detached = true)
    @Deprecated
    public void archive() {}

    @Async
    @Batch
    @SafeVarargs
    static <T> void sort(List<T>... bags) {}
}
