package dev.deft.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import dev.deft.TaskStatus;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
    private static final TaskName NAME = TaskName.of("shop.Pages", "fetchWorkers");
    private static final Logger LOG = Logger.getLogger("dev.deft");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final List<LogRecord> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler capture = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenToTheLog() {
        LOG.addHandler(capture);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void nothingIsLeft() {
        LOG.removeHandler(capture);
        LOG.setUseParentHandlers(true);
        assertThat(deft.drain(Duration.ofHours(1))).isTrue();
        assertThat(time.agenda()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    private static Channel<Integer> closedAfter(int... items) {
        Channel<Integer> channel = Channel.buffered(items.length);
        for (int item : items) {
            channel.send(item);
        }
        channel.close();
        return channel;
    }

    private Workers<Integer> listening(int loops, Channel<Integer> source) {
        return Workers.of(loops, source).onFailure((item, failure) -> say(item + ": " + textOf(failure)));
    }

    private void say(String line) {
        said.add(time.elapsed().toSeconds() + " s " + line);
    }

    private static String textOf(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /** Takes as many seconds as the item says. */
    private void work(int item) throws InterruptedException {
        say("begin " + item);
        time.sleep(Duration.ofSeconds(item));
        say("end " + item);
    }

    private int halve(int item) throws InterruptedException, IOException {
        time.sleep(Duration.ofSeconds(item));
        if (item % 2 == 1) {
            throw new IOException(item + " is odd");
        }
        return item / 2;
    }

    private static List<Integer> rest(Channel<Integer> channel) {
        List<Integer> rest = new ArrayList<>();
        channel.forEach(rest::add);
        return rest;
    }

    private static void end(Task<?> task) {
        task.cancel(true);
        task.terminated().join();
        assertThat(task.status()).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void soManyItemsAreWorkedOnAtOnceUntilThereAreNoMore() {
        Task<Void> workers = listening(2, closedAfter(3, 1, 1, 2)).start(deft, NAME, this::work);

        workers.join();

        assertThat(said)
                .containsExactlyInAnyOrder(
                        "0 s begin 3",
                        "0 s begin 1",
                        "1 s end 1",
                        "1 s begin 1",
                        "2 s end 1",
                        "2 s begin 2",
                        "3 s end 3",
                        "4 s end 2");
        assertThat(workers.name()).isEqualTo(NAME);
    }

    @Test
    void resultsAreSentInTheOrderInWhichTheyComeAndThenTheSinkIsClosed() {
        Channel<Integer> halves = Channel.buffered(10);

        listening(3, closedAfter(6, 2, 4))
                .start(deft, NAME, this::halve, halves)
                .join();

        assertThat(rest(halves)).containsExactly(1, 2, 3);
    }

    @Test
    void workersOfAnEmptyChannelWaitForItsEnd() throws InterruptedException {
        Channel<Integer> source = Channel.rendezvous();
        Task<Void> workers = listening(2, source).start(deft, NAME, this::work);
        time.sleep(Duration.ofSeconds(1));
        assertThat(workers.isDone()).isFalse();

        source.close();

        workers.join();
        assertThat(said).isEmpty();
    }

    @Test
    void whoSendsWaitsWhileTheSinkIsFull() throws InterruptedException {
        Channel<Integer> source = Channel.buffered(10);
        Channel<Integer> halves = Channel.rendezvous();
        Task<Void> workers = listening(2, source).start(deft, NAME, this::halve, halves);
        for (int i = 0; i < 5; i++) {
            source.send(2);
        }
        source.close();
        time.sleep(Duration.ofSeconds(10));
        assertThat(source.size()).isEqualTo(3);

        assertThat(rest(halves)).containsExactly(1, 1, 1, 1, 1);
        workers.join();
    }

    @Test
    void workersMayTakeFromASinkOfOthers() {
        Channel<Integer> halves = Channel.buffered(1);
        Channel<Integer> quarters = Channel.buffered(10);
        Task<Void> before = listening(2, closedAfter(4, 8, 12)).start(deft, NAME, this::halve, halves);

        listening(2, halves).start(deft, NAME, this::halve, quarters).join();

        before.join();
        assertThat(rest(quarters)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void anItemThatFailsIsToldAndTheLoopGoesOn() {
        Channel<Integer> halves = Channel.buffered(10);

        listening(1, closedAfter(1, 2, 3, 4))
                .start(deft, NAME, this::halve, halves)
                .join();

        assertThat(said).containsExactly("1 s 1: IOException", "6 s 3: IOException");
        assertThat(rest(halves)).containsExactly(1, 2);
        assertThat(logged).isEmpty();
    }

    @Test
    void anErrorIsAFailureOfItsItemAlone() {
        listening(1, closedAfter(1, 2))
                .start(deft, NAME, item -> {
                    if (item == 1) {
                        throw new AssertionError("a bug");
                    }
                    work(item);
                })
                .join();

        assertThat(said).containsExactly("0 s 1: AssertionError", "0 s begin 2", "2 s end 2");
    }

    @Test
    void whatNobodyTakesIsLogged() {
        Workers<Integer> workers = Workers.of(1, closedAfter(1, 2, 3))
                .onFailure(IOException.class, (item, failure) -> say(item + ": " + failure.getMessage()));
        List<Throwable> failures =
                List.of(new IOException("no connection"), new IllegalStateException("b"), new AssertionError("c"));

        workers.start(deft, NAME, item -> {
                    throw failures.get(item - 1);
                })
                .join();

        assertThat(said).containsExactly("0 s 1: no connection");
        assertThat(logged).extracting(LogRecord::getThrown).containsExactly(failures.get(1), failures.get(2));
        assertThat(logged).extracting(LogRecord::getLevel).containsExactly(Level.WARNING, Level.SEVERE);
        assertThat(logged).allMatch(line -> line.getMessage().contains("Pages.fetchWorkers"));
    }

    @Test
    void withoutAHandlerEachFailureIsLoggedOnce() {
        IOException failure = new IOException("no connection");

        Workers.of(1, closedAfter(1))
                .start(deft, NAME, item -> {
                    throw failure;
                })
                .join();

        assertThat(logged)
                .singleElement()
                .satisfies(line -> assertThat(line.getThrown()).isSameAs(failure));
    }

    @Test
    void aHandlerThatFailsLosesNeitherFailure() {
        IOException failure = new IOException("no connection");
        IllegalStateException second = new IllegalStateException("no pager");

        Workers.of(1, closedAfter(1, 2))
                .onFailure((item, thrown) -> {
                    throw second;
                })
                .start(deft, NAME, item -> {
                    throw failure;
                })
                .join();

        assertThat(logged).extracting(LogRecord::getThrown).containsExactly(failure, second, failure, second);
    }

    @Test
    void nullIsNoResult() {
        Channel<Integer> halves = Channel.buffered(10);

        listening(1, closedAfter(1, 2))
                .start(deft, NAME, item -> item == 1 ? null : item, halves)
                .join();

        assertThat(said).containsExactly("0 s 1: NullPointerException");
        assertThat(rest(halves)).containsExactly(2);
    }

    @Test
    void aStrayInterruptMayCutOffAnItemButEndsNoLoop() throws InterruptedException {
        Channel<Integer> source = Channel.rendezvous();
        Channel<Integer> halves = Channel.rendezvous();
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        Task<Void> workers = listening(1, source)
                .start(
                        deft,
                        NAME,
                        item -> {
                            threads.add(Thread.currentThread());
                            int half = halve(item);
                            Thread.currentThread().interrupt(); // left behind
                            return half;
                        },
                        halves);
        source.send(2);
        time.sleep(Duration.ofSeconds(5)); // now it waits to send
        time.interrupt(threads.get(0));
        time.sleep(Duration.ofSeconds(5));
        assertThat(halves.receive()).isEqualTo(1);
        time.sleep(Duration.ofSeconds(5)); // now it waits to receive
        time.interrupt(threads.get(0));
        time.sleep(Duration.ofSeconds(5));
        source.send(4);
        time.sleep(Duration.ofSeconds(1)); // now it works
        time.interrupt(threads.get(0));
        source.send(2);
        source.close();

        assertThat(rest(halves)).containsExactly(1);
        workers.join();
        assertThat(said).containsExactly("21 s 4: InterruptedException");
    }

    @Test
    void afterACancellationNoMoreIsTakenAndWhatWasCutOffIsTold() throws InterruptedException {
        Channel<Integer> source = closedAfter(10, 10, 10);
        Channel<Integer> halves = Channel.buffered(10);
        Task<Void> workers = listening(2, source).start(deft, NAME, this::halve, halves);
        time.sleep(Duration.ofSeconds(1));

        end(workers);

        assertThat(said).hasSize(2).allMatch(line -> line.startsWith("1 s 10: "));
        assertThat(rest(source)).containsExactly(10);
        assertThat(rest(halves)).isEmpty(); // and closed
    }

    @Test
    void aHandlerMayTakeItsTimeAfterACancellation() throws InterruptedException {
        Task<Void> workers = Workers.of(1, closedAfter(10))
                .onFailure((item, failure) -> {
                    time.sleep(Duration.ofSeconds(2));
                    say("told");
                })
                .start(deft, NAME, this::work);
        time.sleep(Duration.ofSeconds(1));

        end(workers);

        assertThat(said).containsExactly("0 s begin 10", "3 s told");
    }

    @Test
    void withoutAnInterruptAnItemThatIsUnderWayEndsAsItLikes() throws InterruptedException {
        Channel<Integer> source = closedAfter(10, 10);
        Channel<Integer> halves = Channel.buffered(10);
        Task<Void> workers = listening(1, source).start(deft, NAME, this::halve, halves);
        time.sleep(Duration.ofSeconds(1));

        workers.cancel(false);
        workers.terminated().join();

        assertThat(said).isEmpty();
        assertThat(rest(halves)).containsExactly(5);
        assertThat(rest(source)).containsExactly(10);
    }

    @Test
    void aResultThatWaitsToBeSentWhenItIsCancelledIsTold() throws InterruptedException {
        Channel<Integer> halves = Channel.rendezvous();
        Task<Void> workers = listening(1, closedAfter(2, 2)).start(deft, NAME, this::halve, halves);
        time.sleep(Duration.ofSeconds(5));

        end(workers);

        assertThat(said).containsExactly("5 s 2: CancellationException");
    }

    @Test
    void workersThatWaitAreCancelledAtOnce() throws InterruptedException {
        Channel<Integer> source = Channel.rendezvous();
        Task<Void> workers = listening(3, source).start(deft, NAME, this::work);
        time.sleep(Duration.ofSeconds(1));

        end(workers);

        assertThat(source.trySend(1)).isFalse();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theyEndWithTheContextInWhichTheyWereStarted() {
        Channel<Integer> source = closedAfter(10);
        Channel<Integer> halves = Channel.rendezvous();
        List<Task<Void>> started = Collections.synchronizedList(new ArrayList<>());
        deft.start("request", () -> {
                    try (TaskContext.Cancellable bounded = TaskContext.current().withTimeout(Duration.ofSeconds(3))) {
                        bounded.run(() -> started.add(listening(1, source).start(deft, NAME, this::halve, halves)));
                        time.sleep(Duration.ofSeconds(4));
                    }
                })
                .join();

        Task<Void> workers = started.get(0);
        workers.terminated().join();
        assertThat(workers.failure()).isInstanceOf(DeadlineExceededException.class);
        assertThat(said).singleElement().asString().startsWith("3 s 10: ");
        assertThat(rest(halves)).isEmpty();
    }

    @Test
    void anItemMayHaveADeadlineOfItsOwn() {
        listening(1, closedAfter(10, 1))
                .start(deft, NAME, item -> {
                    try (TaskContext.Cancellable bounded = TaskContext.current().withTimeout(Duration.ofSeconds(5))) {
                        bounded.call(() -> Channel.<Integer>rendezvous().receive());
                    }
                })
                .join();

        assertThat(said).containsExactly("5 s 10: DeadlineExceededException", "10 s 1: DeadlineExceededException");
    }

    @Test
    void aClosedSinkEndsThemAndIsTheirFailure() {
        Channel<Integer> source = closedAfter(2, 10, 10, 10);
        Channel<Integer> halves = Channel.rendezvous();
        halves.close();

        Task<Void> workers = listening(2, source).start(deft, NAME, this::halve, halves);

        workers.terminated().join();
        assertThat(workers.failure()).isInstanceOf(ChannelClosedException.class);
        assertThat(said)
                .hasSize(2)
                .startsWith("2 s 2: ChannelClosedException")
                .allMatch(line -> line.startsWith("2 s "));
        assertThat(rest(source)).containsExactly(10, 10);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void workThatFindsAnotherChannelClosedFailsForItsItemAlone() {
        Channel<Integer> other = closedAfter();

        listening(1, closedAfter(1, 2)).start(deft, NAME, other::send).join();

        assertThat(said).containsExactly("0 s 1: ChannelClosedException", "0 s 2: ChannelClosedException");
    }

    @Test
    void aSinkThatIsClosedAfterTheLastResultIsNoFailure() throws InterruptedException {
        Channel<Integer> source = Channel.rendezvous();
        Channel<Integer> halves = Channel.buffered(10);
        Task<Void> workers = listening(1, source).start(deft, NAME, this::halve, halves);
        source.send(2);
        time.sleep(Duration.ofSeconds(3));
        halves.close();
        source.close();

        workers.join();
        assertThat(rest(halves)).containsExactly(1);
    }

    @Test
    void whoeverIsRefusedClosesTheSinkToo() {
        Channel<Integer> source = closedAfter(2);
        Channel<Integer> halves = Channel.rendezvous();
        deft.close();

        Task<Void> workers = listening(1, source).start(deft, NAME, this::halve, halves);

        assertThat(workers.failure()).isInstanceOf(TaskRejectedException.class);
        assertThat(rest(halves)).isEmpty();
        assertThat(rest(source)).containsExactly(2);
    }

    @Test
    void whoeverIsCancelledBeforeItBeginsClosesTheSinkToo() {
        Channel<Integer> source = closedAfter(2);
        Channel<Integer> halves = Channel.rendezvous();
        TaskContext.Cancellable context = TaskContext.current().withCancel();
        context.cancel();

        Task<Void> workers = context.call(() -> listening(1, source).start(deft, NAME, this::halve, halves));

        assertThat(rest(halves)).isEmpty();
        assertThat(workers.isCancelled()).isTrue();
        assertThat(rest(source)).containsExactly(2);
    }

    @Test
    void whenTheRuntimeIsClosedTheyGoOnUntilTheSourceIs() throws InterruptedException {
        Channel<Integer> source = Channel.buffered(10);
        Task<Void> workers = listening(1, source).start(deft, NAME, this::work);
        source.send(2);
        source.send(3);
        time.sleep(Duration.ofSeconds(1));
        time.schedule(Duration.ofSeconds(3).toNanos(), source::close);

        deft.close();

        assertThat(workers.status()).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(said).containsExactly("0 s begin 2", "2 s end 2", "2 s begin 3", "5 s end 3");
    }

    @Test
    void aRuntimeThatIsClosedCutsThemOffWhenTheSourceNeverEnds() throws InterruptedException {
        Task<Void> workers = listening(2, Channel.rendezvous()).start(deft, NAME, this::work);
        time.sleep(Duration.ofSeconds(1));

        assertThat(deft.shutdown(Duration.ofSeconds(10)).cutOff()).contains(workers);

        assertThat(workers.status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void whenTheRuntimeIsClosedNoMoreIsTakenForWorkThatNeedsTasks() throws InterruptedException {
        Channel<Integer> source = closedAfter(2, 2, 2);
        Task<Void> workers =
                listening(1, source).start(deft, NAME, item -> Task.await(deft.start("work", () -> work(item))));
        time.sleep(Duration.ofSeconds(1));

        deft.close();

        assertThat(workers.failure()).isInstanceOf(TaskRejectedException.class);
        assertThat(said).containsExactly("0 s begin 2", "2 s end 2", "2 s 2: TaskRejectedException");
        assertThat(rest(source)).containsExactly(2);
    }

    @Test
    void anItemThatIsATaskIsCutOffWithItsLoop() throws InterruptedException {
        Task<Void> workers = listening(1, closedAfter(10))
                .start(deft, NAME, item -> Task.await(deft.start("work", () -> work(item))));
        time.sleep(Duration.ofSeconds(1));

        end(workers);

        assertThat(said).containsExactly("0 s begin 10", "1 s 10: CancellationException");
        assertThat(deft.runningTasks()).isEmpty();
    }

    @Test
    void aLoopIsCalledAfterItsWorkersAndTheirClass() throws InterruptedException {
        Channel<Integer> source = Channel.rendezvous();
        Task<Void> workers = listening(2, source).start(deft, NAME, this::work);
        Task<Void> others = listening(1, source).start(deft, TaskName.named("printers"), this::work);
        time.sleep(Duration.ofSeconds(1));

        TaskName loop = TaskName.of("shop.Pages", "fetchWorkers.loop");
        assertThat(deft.runningTasks())
                .extracting(Task::name)
                .containsExactlyInAnyOrder(
                        NAME, loop, loop, TaskName.named("printers"), TaskName.named("printers.loop"));

        source.close();
        Task.await(workers);
        Task.await(others);
    }

    @Test
    void thereIsAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workers.of(0, Channel.rendezvous()))
                .withMessageContaining("0 workers");
    }

    @Test
    void failuresOfCancelledItemsAreCancellations() throws InterruptedException {
        List<Throwable> told = Collections.synchronizedList(new ArrayList<>());
        Task<Void> workers = Workers.of(1, closedAfter(10))
                .onFailure(CancellationException.class, (item, failure) -> told.add(failure))
                .start(deft, NAME, item -> Channel.<Integer>rendezvous().receive());
        time.sleep(Duration.ofSeconds(1));

        end(workers);

        assertThat(told).hasSize(1);
    }
}
