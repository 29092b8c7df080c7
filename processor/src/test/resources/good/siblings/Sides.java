package siblings;

import dev.deft.annotation.Async;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Tasks;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Methods that are inherited from several sides, which say different things of results and failures. */
class Sides {
    private Sides() {}

    interface Left<T> {
        @Retry(on = FileNotFoundException.class)
        Object read(String path) throws IOException, InterruptedException;

        <X extends Exception> Collection<X> failures(X first) throws X, IOException;

        @Limit(1)
        Iterable<T> all() throws IOException;

        long size() throws IOException;

        @Async
        Future<T> later();
    }

    interface Right<E> {
        String read(String path) throws FileNotFoundException, ClassNotFoundException;

        @Limit(2)
        <Y extends Exception> List<Y> failures(Y first) throws EOFException, Y;

        List<E> all();

        @Limit(3)
        long size() throws InterruptedException;

        CompletableFuture<E> later();
    }

    interface Middle {
        CharSequence read(String path) throws IOException, ReflectiveOperationException;
    }

    /** One order. */
    @Tasks
    interface Both<T> extends Left<T>, Right<T> {}

    /** The other order, and a third side between. */
    @Tasks
    interface Three extends Right<Integer>, Middle, Left<Integer> {}

    /** A side of which one is nearer to what both inherit. */
    interface Nearer extends Left<String> {
        @Override
        String read(String path);
    }

    /** What is inherited twice is overridden on one way. */
    @Tasks
    interface Diamond extends Left<String>, Nearer {}

    /** An abstract class and an interface. */
    abstract static class Half {
        public abstract Object read(String path) throws IOException;

        public abstract Integer load() throws IOException;
    }

    /** What loads, or fails. */
    interface Loading {
        @Retry(on = FileNotFoundException.class)
        Number load() throws FileNotFoundException, InterruptedException;
    }

    /** Implements one of its sides. */
    @Tasks(as = Loading.class)
    abstract static class Whole extends Half implements Loading, Middle {}

    /** A side that is raw. */
    @SuppressWarnings("rawtypes")
    interface Raw {
        List all();
    }

    /** Inherits a raw result and one that says more. */
    @Tasks
    interface Rawer extends Raw, Left<String> {
        @Override
        List<String> all();
    }

    static String read(Sides_BothTasks<String> tasks) throws FileNotFoundException {
        return tasks.read("a");
    }

    static String read(Sides_ThreeTasks tasks) throws FileNotFoundException {
        List<Integer> all = tasks.all();
        return tasks.read("a") + all;
    }

    static <X extends Exception> List<X> failures(Sides_BothTasks<String> tasks, X first) throws X, EOFException {
        return tasks.failures(first);
    }

    static int load(Sides_WholeTasks tasks) throws FileNotFoundException {
        return tasks.load();
    }

    static String size(Sides_BothTasks<String> both, Sides_ThreeTasks three, Sides_DiamondTasks diamond) {
        return both.size() + three.size() + diamond.read("a");
    }
}
