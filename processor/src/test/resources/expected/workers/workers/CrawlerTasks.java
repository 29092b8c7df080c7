package workers;

import dev.deft.Call;
import dev.deft.Defer;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskGroup;
import dev.deft.TaskName;
import dev.deft.TaskPool;
import dev.deft.channel.Receiver;
import dev.deft.channel.Sender;
import dev.deft.channel.Workers;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Runs the methods of {@link Crawler} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Crawler}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class CrawlerTasks<K extends Comparable<K>> {
    private static final TaskName FETCH = TaskName.of("workers.Crawler", "fetch", "URI");
    private static final TaskName PRINT_INT = TaskName.of("workers.Crawler", "print", "int");
    private static final TaskName PRINT_INTEGER = TaskName.of("workers.Crawler", "print", "Integer");
    private static final TaskName COUNT = TaskName.of("workers.Crawler", "count", "List");
    private static final TaskName FIND = TaskName.of("workers.Crawler", "find", "String");
    private static final TaskName INDEX = TaskName.of("workers.Crawler", "index", "Object");
    private static final TaskName PICK = TaskName.of("workers.Crawler", "pick", "T");
    private static final TaskName CHECK = TaskName.of("workers.Crawler", "check", "String[]");
    private static final TaskName FETCH_ALL = TaskName.of("workers.Crawler", "fetchAll", "List[]");

    private final Crawler<K> target;
    private final Deft deft;
    private final RetryPolicy fetchRetry;
    private final LimitPolicy fetchLimit;
    private final RetryPolicy printIntegerRetry;
    private final TaskPool countPool;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public CrawlerTasks(Crawler<K> target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.fetchRetry = deft.policies().retry(FETCH, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.fetchLimit = deft.policies().limit(FETCH, LimitSettings.permits(10));
        this.printIntegerRetry = deft.policies().retry(PRINT_INTEGER, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.countPool = deft.pool("cpu");
        deft.policies().checkSettings("workers.Crawler");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static <K extends Comparable<K>> CrawlerTasks<K> of(Crawler<K> target) {
        return new CrawlerTasks<>(target, Deft.global());
    }

    /**
     * Calls {@link Crawler#fetch(URI)}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 3)} (waits 100 ms, 200 ms), {@code @Limit(10)}, the call.
     */
    public String fetch(URI address) throws IOException {
        return Deft.hasListeners(deft) ? fetchObserved(address) : fetchRetried(address);
    }

    /**
     * Starts 4 loops that call {@link #fetch} with each item of {@code source}, until that is closed and empty.
     *
     * <p>{@code @Worker(value = 4, onFailure = "unreachable")}
     */
    public Task<Void> fetchWorkers(Receiver<? extends URI> source) {
        return Workers.of(4, source)
                .onFailure(IOException.class, (address, failure) -> target.unreachable(failure, address))
                .start(deft, TaskName.of("workers.Crawler", "fetchWorkers"), address -> fetch(address));
    }

    /**
     * Starts 4 loops that call {@link #fetch} with each item of {@code source}, until that is closed and empty, and
     * send the results to {@code sink}, which is closed in the end.
     *
     * <p>{@code @Worker(value = 4, onFailure = "unreachable")}
     */
    public Task<Void> fetchWorkers(Receiver<? extends URI> source, Sender<? super String> sink) {
        return Workers.of(4, source)
                .onFailure(IOException.class, (address, failure) -> target.unreachable(failure, address))
                .start(deft, TaskName.of("workers.Crawler", "fetchWorkers"), address -> fetch(address), sink);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String fetchObserved(URI address) throws IOException {
        Call call = deft.begin(FETCH);
        String result;
        try {
            result = fetchRetried(address);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry(attempts = 3)} around {@link #fetchLimited}. */
    private String fetchRetried(URI address) throws IOException {
        RetryPolicy.called(fetchRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return fetchLimited(address);
            } catch (Throwable failure) {
                run = fetchRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // IOException or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Limit(10)} around {@link Crawler#fetch(URI)}. */
    private String fetchLimited(URI address) throws IOException {
        fetchLimit.acquire();
        try {
            return target.fetch(address);
        } finally {
            fetchLimit.release();
        }
    }

    /** Calls {@link Crawler#print(int)}. */
    protected void print(int page) {
        if (Deft.hasListeners(deft)) {
            printIntObserved(page);
        } else {
            target.print(page);
        }
    }

    /**
     * Starts a loop that calls {@link #print} with each item of {@code source}, until that is closed and empty.
     *
     * <p>{@code @Worker(onFailure = "unprinted")}
     */
    protected Task<Void> printWorkers(Receiver<Integer> source) {
        return Workers.of(1, source)
                .onFailure((page, failure) -> target.unprinted(failure))
                .start(deft, TaskName.of("workers.Crawler", "printWorkers"), page -> print((int) page));
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void printIntObserved(int page) {
        Call call = deft.begin(PRINT_INT);
        try {
            target.print(page);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * Calls {@link Crawler#print(Integer)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    void print(Integer page) {
        if (Deft.hasListeners(deft)) {
            printIntegerObserved(page);
        } else {
            printIntegerRetried(page);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void printIntegerObserved(Integer page) {
        Call call = deft.begin(PRINT_INTEGER);
        try {
            printIntegerRetried(page);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry} around {@link Crawler#print(Integer)}. */
    private void printIntegerRetried(Integer page) {
        RetryPolicy.called(printIntegerRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.print(page);
                return;
            } catch (Throwable failure) {
                run = printIntegerRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Starts {@link Crawler#count(TaskContext, List, Defer)} in a pool and returns at once.
     *
     * <p>From the outside in: {@code @Async(pool = "cpu")}, the call.
     */
    Task<Long> count(List<? extends K> keys) {
        return countPool.start(COUNT, () -> countDeferring(keys));
    }

    /**
     * Starts 8 loops that call {@link #count} with each item of {@code source}, until that is closed and empty.
     *
     * <p>{@code @Worker(8)}
     */
    Task<Void> countWorkers(Receiver<? extends List<? extends K>> source) {
        return Workers.of(8, source)
                .start(deft, TaskName.of("workers.Crawler", "countWorkers"), keys -> Task.await(count(keys)));
    }

    /**
     * Starts 8 loops that call {@link #count} with each item of {@code source}, until that is closed and empty, and
     * send the results to {@code sink}, which is closed in the end.
     *
     * <p>{@code @Worker(8)}
     */
    Task<Void> countWorkers(Receiver<? extends List<? extends K>> source, Sender<? super Long> sink) {
        return Workers.of(8, source)
                .start(deft, TaskName.of("workers.Crawler", "countWorkers"), keys -> Task.await(count(keys)), sink);
    }

    /** Starts {@link #count} for each of {@code items}, all in one group. */
    TaskGroup<Long> countAll(Iterable<? extends List<? extends K>> items) {
        return deft.batch(items, item -> count(item));
    }

    /** Runs what {@link Crawler#count(TaskContext, List, Defer)} defers, when it ends. */
    private long countDeferring(List<? extends K> keys) {
        Defer defer = new Defer();
        long result;
        try {
            result = target.count(TaskContext.current(), keys, defer);
        } catch (Throwable failure) {
            return defer.failed(failure);
        }
        return defer.succeeded(result);
    }

    /**
     * Starts {@link Crawler#find(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    Task<@Nullable String> find(@Nullable String sink) {
        return deft.start(FIND, () -> Task.await(target.find(sink)));
    }

    /**
     * Starts a loop that calls {@link #find} with each item of {@code source}, until that is closed and empty.
     *
     * <p>{@code @Worker}
     */
    Task<Void> findWorkers(Receiver<? extends String> source) {
        return Workers.of(1, source)
                .start(deft, TaskName.of("workers.Crawler", "findWorkers"), sink -> Task.await(find(sink)));
    }

    /**
     * Starts a loop that calls {@link #find} with each item of {@code source}, until that is closed and empty, and
     * sends the results to {@code sink_}, which is closed in the end.
     *
     * <p>{@code @Worker}
     */
    Task<Void> findWorkers(Receiver<? extends String> source, Sender<? super String> sink_) {
        return Workers.of(1, source)
                .start(deft, TaskName.of("workers.Crawler", "findWorkers"), sink -> Task.await(find(sink)), sink_);
    }

    /**
     * Starts {@link Crawler#index(Object)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    Task<Void> index(Object source) {
        return deft.start(INDEX, () -> Task.await(target.index(source)));
    }

    /**
     * Starts a loop that calls {@link #index} with each item of {@code source_}, until that is closed and empty.
     *
     * <p>{@code @Worker}
     */
    Task<Void> indexWorkers(Receiver<?> source_) {
        return Workers.of(1, source_)
                .start(deft, TaskName.of("workers.Crawler", "indexWorkers"), source -> Task.await(index(source)));
    }

    /** Calls {@link Crawler#pick(Object)}. */
    <T, R> R[] pick(T failure) {
        return Deft.hasListeners(deft) ? this.<T, R>pickObserved(failure) : target.<T, R>pick(failure);
    }

    /**
     * Starts a loop that calls {@link #pick} with each item of {@code source}, until that is closed and empty.
     *
     * <p>{@code @Worker(onFailure = "lost")}
     */
    @SuppressWarnings("deprecation")
    <T, R> Task<Void> pickWorkers(Receiver<? extends T> source) {
        return Workers.of(1, source)
                .onFailure((failure, failure_) -> Crawler.lost(TaskContext.current(), failure_))
                .start(deft, TaskName.of("workers.Crawler", "pickWorkers"), failure -> this.<T, R>pick(failure));
    }

    /**
     * Starts a loop that calls {@link #pick} with each item of {@code source}, until that is closed and empty, and
     * sends the results to {@code sink}, which is closed in the end.
     *
     * <p>{@code @Worker(onFailure = "lost")}
     */
    @SuppressWarnings("deprecation")
    <T, R> Task<Void> pickWorkers(Receiver<? extends T> source, Sender<? super R[]> sink) {
        return Workers.of(1, source)
                .onFailure((failure, failure_) -> Crawler.lost(TaskContext.current(), failure_))
                .start(deft, TaskName.of("workers.Crawler", "pickWorkers"), failure -> this.<T, R>pick(failure), sink);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T, R> R[] pickObserved(T failure) {
        Call call = deft.begin(PICK);
        R[] result;
        try {
            result = target.<T, R>pick(failure);
        } catch (Throwable failure_) {
            call.failed(failure_);
            throw failure_;
        }
        call.succeeded();
        return result;
    }

    /**
     * Calls {@link Crawler#check(String[])}.
     *
     * @deprecated as {@link Crawler#check(String[])} is
     */
    @Deprecated
    public boolean check(String... words) {
        return Deft.hasListeners(deft) ? checkObserved(words) : Crawler.check(words);
    }

    /**
     * Starts a loop that calls {@link #check} with each item of {@code source}, until that is closed and empty.
     *
     * <p>{@code @Worker}
     */
    @Deprecated
    public Task<Void> checkWorkers(Receiver<? extends String[]> source) {
        return Workers.of(1, source)
                .start(deft, TaskName.of("workers.Crawler", "checkWorkers"), (String[] words) -> check(words));
    }

    /**
     * Starts a loop that calls {@link #check} with each item of {@code source}, until that is closed and empty, and
     * sends the results to {@code sink}, which is closed in the end.
     *
     * <p>{@code @Worker}
     */
    @Deprecated
    public Task<Void> checkWorkers(Receiver<? extends String[]> source, Sender<? super Boolean> sink) {
        return Workers.of(1, source)
                .start(deft, TaskName.of("workers.Crawler", "checkWorkers"), (String[] words) -> check(words), sink);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    @Deprecated
    private boolean checkObserved(String[] words) {
        Call call = deft.begin(CHECK);
        boolean result;
        try {
            result = Crawler.check(words);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** Calls {@link Crawler#fetchAll(List[])}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    final <T> int fetchAll(List<T>... pages) {
        return Deft.hasListeners(deft) ? fetchAllObserved(pages) : Crawler.fetchAll(pages);
    }

    /**
     * Starts a loop that calls {@link #fetchAll} with each item of {@code source}, until that is closed and empty.
     *
     * <p>{@code @Worker(onFailure = "lostPages")}
     */
    <T> Task<Void> fetchAllWorkers(Receiver<? extends List<T>[]> source) {
        return Workers.of(1, source)
                .onFailure(IllegalStateException.class,
                        (List<T>[] pages, IllegalStateException failure) -> Crawler.lostPages(failure, pages))
                        .start(deft, TaskName.of("workers.Crawler", "fetchAllWorkers"),
                                (List<T>[] pages) -> fetchAll(pages));
    }

    /**
     * Starts a loop that calls {@link #fetchAll} with each item of {@code source}, until that is closed and empty, and
     * sends the results to {@code sink}, which is closed in the end.
     *
     * <p>{@code @Worker(onFailure = "lostPages")}
     */
    <T> Task<Void> fetchAllWorkers(Receiver<? extends List<T>[]> source, Sender<? super Integer> sink) {
        return Workers.of(1, source)
                .onFailure(IllegalStateException.class,
                        (List<T>[] pages, IllegalStateException failure) -> Crawler.lostPages(failure, pages))
                        .start(deft, TaskName.of("workers.Crawler", "fetchAllWorkers"),
                                (List<T>[] pages) -> fetchAll(pages), sink);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T> int fetchAllObserved(List<T>[] pages) {
        Call call = deft.begin(FETCH_ALL);
        int result;
        try {
            result = Crawler.fetchAll(pages);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }
}
