package subclasses;

import dev.deft.annotation.*;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a subclass repeats, and what it calls. */
@Tasks(form = Form.SUBCLASS)
public class Payments<T extends Comparable<T>> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Hidden by nothing that is generated. */
    protected final String deft;

    /** Another than the one of java.time. */
    public static class Duration {}

    public Payments(String deft, @Nullable T first) throws IOException {
        this.deft = deft;
    }

    @SafeVarargs
    protected Payments(List<? extends T>... chargeRetry) {
        this.deft = String.valueOf(chargeRetry.length);
    }

    Payments(int... amounts) {
        this.deft = String.valueOf(amounts.length);
    }

    @Deprecated
    public <E extends Exception> Payments(Class<E> failure) throws E {
        this.deft = failure.getName();
    }

    private Payments() {
        this.deft = "";
    }

    /** Uses the constructor that the wrapper cannot. */
    static Payments<String> unnamed() {
        return new Payments<>();
    }

    /** Calls itself, and so through all words. */
    public void chargeAll(List<T> all) throws IOException {
        for (T each : all) {
            charge(each, new Duration());
        }
    }

    @Retry(attempts = 4, onRetry = "again")
    @Limit(2)
    @Fallback("queued")
    protected String charge(T item, Duration duration) throws IOException {
        return deft + item;
    }

    void again(int attempt) {}

    protected String queued(Throwable failure) {
        return "queued";
    }

    /** Takes the name that a layer would have. */
    protected String chargeRetried(T item, Duration duration) {
        return "";
    }

    @Async(onFailure = "lost")
    @Timeout("2s")
    @Scheduled(every = "1m")
    void sweep() {}

    void lost(Throwable failure) {}

    @Async
    @Batch
    @Worker(2)
    @Retry
    void refund(T item) throws IOException {}

    @Async
    public CompletableFuture<String> lookUp(String name) {
        return CompletableFuture.completedFuture(name);
    }

    @SingleFlight
    <K> K found(Class<K> kind, String name) {
        throw new UnsupportedOperationException(kind + name);
    }

    /** One of its own. */
    public static String of(String deft, String other) {
        return deft + other;
    }
}
