package signatures;

import dev.deft.annotation.Async;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Whatever a signature may be made of. */
@NullMarked
public abstract class Signatures<T extends Comparable<T>, U extends @Nullable Object> {
    Signatures() {}

    @Limit(1)
    public <R extends Number & Comparable<R>> R intersection(List<? extends R> from, R other) {
        return other;
    }

    @Async
    @Limit(1)
    public <X> X untold() {
        throw new UnsupportedOperationException();
    }

    @Limit(1)
    public <A, B extends A, C extends Map<A, ? super B>> C related(A a, B b, Function<? super A, ? extends C> f) {
        return f.apply(a);
    }

    @Limit(1)
    public <E extends Enum<E>> E recursive(Class<E> type) {
        return type.getEnumConstants()[0];
    }

    @Async
    @Limit(1)
    public <X extends Exception> void throwing(Class<X> type) throws X {}

    @Retry
    public <X extends Exception> int throwingWhatItIsTold(Supplier<X> failure) throws X {
        throw failure.get();
    }

    @Limit(1)
    public @Nullable U annotated(
            T t,
            @Nullable U u,
            Map.@Nullable Entry<String, @Nullable U> entry,
            @Nullable String @Nullable [] @Nullable [] table,
            int @Nullable ... more) {
        return u;
    }

    @Async
    @Limit(1)
    public CompletableFuture<@Nullable String> annotatedStage(List<? super @Nullable T> sink) {
        return CompletableFuture.completedFuture(null);
    }

    @Limit(1)
    public boolean primitives(boolean b, byte c, char d, short e, long f, float g, double h) {
        return b;
    }

    @Limit(1)
    public int[][] arrays(List<? extends T>[] lists, long[]... more) {
        return new int[0][];
    }

    @Limit(1)
    public final strong.Strong qualified(strong.Strong strong) {
        return strong;
    }

    @Limit(1)
    protected synchronized double guarded(final double d) {
        return d;
    }

    @Limit(1)
    abstract void unimplemented() throws InterruptedException, ReflectiveOperationException;

    @Limit(1)
    native void elsewhere();

    @Limit(1)
    public static <V> V ofClass(V value) {
        return value;
    }

    @Limit(1)
    public String overloaded() {
        return "";
    }

    @Limit(1)
    public String overloaded(String text) {
        return text;
    }

    @Limit(1)
    public String overloaded(List<String> texts, int n) {
        return "";
    }

    @Limit(1)
    public String overloaded(List<String>[] texts, int n) {
        return "";
    }

    @Limit(1)
    public String overloaded(strong.String text) {
        return "";
    }
}
