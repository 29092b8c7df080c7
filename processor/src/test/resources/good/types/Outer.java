package types;

import dev.deft.Task;
import dev.deft.annotation.Async;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Tasks;
import java.io.IOException;
import java.util.List;

/** Types of every kind. */
public class Outer<T> {
    public Outer() {}

    @Limit(1)
    T outer(T t) {
        return t;
    }

    class Inner<V> {
        @Async
        @Limit(1)
        V inner(T t, V v) {
            return v;
        }
    }

    /** Implemented by its wrapper. */
    public interface Payments<K> {
        int MAXIMUM = 3;

        @Async
        @Retry
        Task<String> pay(K key);

        @Limit(2)
        boolean cancel(K key) throws IOException;

        void untouched(List<? super K> keys);

        default int defaulted() {
            return 1;
        }

        static int counted() {
            return 2;
        }
    }

    enum Size {
        SMALL,
        LARGE;

        @Limit(1)
        int width() {
            return ordinal();
        }
    }

    record Point(int x, int y) {
        @Retry
        int sum() {
            return x + y;
        }

        @Limit(3)
        static Point origin() {
            return new Point(0, 0);
        }
    }

    sealed interface Shape permits Circle {
        @Limit(1)
        double area();
    }

    record Circle(double radius) implements Shape {
        @Override
        public double area() {
            return radius * radius * Math.PI;
        }
    }

    /** All static: no target. */
    public static final class Statics {
        private Statics() {}

        @Limit(1)
        public static int one() {
            return 1;
        }

        @Async
        public static void two() {}
    }

    abstract static class Base<E> {
        @Limit(1)
        <T> T inherited(E element, T other) throws IOException {
            return other;
        }
    }

    /** Inherits. */
    @Tasks(name = "Derived")
    static class Sub<T> extends Base<List<T>> {
        @Retry
        void own() {}
    }

    /** A service behind an interface of its own. */
    interface Store {
        String load(String key) throws IOException;

        void save(String key, String value);
    }

    @Tasks(as = Store.class)
    static class FileStore implements Store {
        @Override
        @Retry
        public String load(String key) throws IOException {
            return key;
        }

        @Override
        public void save(String key, String value) {}

        @Limit(1)
        void other() {}
    }
}
