package dev.deft.channel;

import static dev.deft.channel.Select.consume;
import static dev.deft.channel.Select.ended;
import static dev.deft.channel.Select.otherwise;
import static dev.deft.channel.Select.receive;
import static dev.deft.channel.Select.select;
import static dev.deft.channel.Select.send;
import static dev.deft.channel.Select.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskStatus;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SelectTest {
    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final Channel<Integer> channel = Channel.rendezvous();
    private final Channel<Integer> buffered = Channel.buffered(1);

    @AfterEach
    void nothingIsLeftBehind() {
        for (Channel<Integer> each : List.of(channel, buffered)) {
            each.tryReceive();
            assertThat(each.tryReceive()).as("no sender in " + each).isEmpty();
            assertThat(each.trySend(1)).as("no receiver in " + each).isEqualTo(each.capacity() > 0);
            assertThat(each.size()).isEqualTo(each.capacity());
        }
        assertThat(time.agenda()).isEmpty();
        deft.close();
    }

    @Test
    void waitsForTheFirstToReceive() throws InterruptedException {
        Task<String> selecting = deft.start(
                "select", () -> select(receive(channel, item -> "a" + item), receive(buffered, item -> "b" + item)));
        letEverybodyWait();
        assertThat(selecting.status()).isEqualTo(TaskStatus.WAITING);

        buffered.send(1);

        assertThat(selecting.join()).isEqualTo("b1");
    }

    @Test
    void waitsForTheFirstToSend() throws InterruptedException {
        buffered.send(1);
        Task<String> selecting = deft.start(
                "select", () -> select(send(channel, 2, () -> "rendezvous"), send(buffered, 3, () -> "buffered")));
        letEverybodyWait();

        assertThat(channel.receive()).isEqualTo(2);

        assertThat(selecting.join()).isEqualTo("rendezvous");
        assertThat(buffered.receive()).isEqualTo(1);
        assertThat(buffered.tryReceive()).isEmpty();
    }

    @Test
    void twoSelectsMeet() {
        Task<Integer> receiving =
                deft.start("receive", () -> select(receive(channel, item -> item), receive(buffered, item -> -item)));
        Task<String> sending = deft.start("send", () -> select(send(channel, 1, () -> "sent")));

        assertThat(receiving.join()).isEqualTo(1);
        assertThat(sending.join()).isEqualTo("sent");
    }

    @Test
    void wakesOneSelectOnlyForOneItem() throws InterruptedException {
        Task<Integer> first = deft.start("first", () -> select(receive(channel, item -> item)));
        letEverybodyWait();
        Task<Integer> second = deft.start("second", () -> select(receive(channel, item -> item)));
        letEverybodyWait();

        channel.send(1);
        assertThat(first.join()).isEqualTo(1);
        assertThat(second).isNotDone();
        channel.send(2);
        assertThat(second.join()).isEqualTo(2);
    }

    @Test
    void aSelectThatWasServedElsewhereIsPassedOver() throws InterruptedException {
        Task<Integer> selecting =
                deft.start("select", () -> select(receive(channel, item -> item), receive(buffered, item -> -item)));
        letEverybodyWait();
        Task<Integer> behind = deft.start("behind", channel::receive);
        letEverybodyWait();

        buffered.send(1); // before the select has left the other channel, maybe
        channel.send(2);

        assertThat(selecting.join()).isEqualTo(-1);
        assertThat(behind.join()).isEqualTo(2);
    }

    @Test
    void isToldOfTheEndWhileItWaits() throws InterruptedException {
        Channel<Integer> closing = Channel.buffered(1);
        Task<String> told = deft.start("told", () -> select(receive(closing, item -> "item", () -> "closed")));
        Task<String> untold = deft.start("untold", () -> select(receive(closing, item -> "item")));
        letEverybodyWait();

        closing.close();

        assertThat(told.join()).isEqualTo("closed");
        assertThatThrownBy(untold::join).hasCauseInstanceOf(ChannelClosedException.class);
    }

    @Test
    void givesUpAfterItsTimeout() {
        Task<String> selecting = deft.start(
                "select",
                () -> select(
                        receive(channel, item -> "received"),
                        timeout(Duration.ofSeconds(9), () -> "late"),
                        timeout(Duration.ofSeconds(5), () -> "soon"),
                        timeout(Duration.ofSeconds(7), () -> "later")));

        assertThat(selecting.join()).isEqualTo("soon");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aTimeoutCanOnlyBeAllThereIs() {
        Task<String> selecting = deft.start("select", () -> select(timeout(Duration.ofSeconds(5), () -> "slept")));

        assertThat(selecting.join()).isEqualTo("slept");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aTimeoutThatIsOverLosesToWhatIsReady() {
        buffered.send(1);

        for (Duration over : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            assertThat(select(timeout(over, () -> -1), receive(buffered, item -> item)))
                    .isEqualTo(1);
            assertThat(select(timeout(over, () -> -1), receive(buffered, item -> item)))
                    .isEqualTo(-1);
            buffered.send(1);
        }
        buffered.receive();
    }

    @Test
    void aTimeoutMayBeLongerThanAnyClockRuns() {
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
        Task<Integer> selecting =
                deft.start("select", () -> select(receive(channel, item -> item), timeout(forEver, () -> -1)));

        channel.send(1);

        assertThat(selecting.join()).isEqualTo(1);
    }

    @Test
    void theDefaultBeatsATimeout() {
        assertThat(select(timeout(Duration.ZERO, () -> "timeout"), otherwise(() -> "default")))
                .isEqualTo("default");
    }

    @Test
    void watchesAContext() {
        TaskContext.Cancellable watched = TaskContext.current().withCancel();
        Case<String> end = ended(watched, () -> "ended");
        Task<String> selecting = deft.start("select", () -> select(receive(channel, item -> "received"), end));
        time.schedule(Duration.ofSeconds(5).toNanos(), watched::cancel);

        assertThat(selecting.join()).isEqualTo("ended");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
        assertThat(select(end)).isEqualTo("ended");
        assertThat(select(end, otherwise(() -> "default"))).isEqualTo("ended");
    }

    @Test
    void stopsWatchingAContextWhenItIsDone() throws InterruptedException {
        TaskContext.Cancellable watched = TaskContext.current().withCancel();
        Task<Void> selecting = deft.start("select", () -> {
            select(consume(channel, item -> {}), ended(watched, () -> {}));
        });
        letEverybodyWait();

        channel.send(1);

        assertThat(selecting.join()).isNull();
        watched.cancel(); // nobody is told
    }

    @Test
    void aContextThatHasEndedIsACaseLikeAnyOther() {
        TaskContext.Cancellable watched = TaskContext.current().withCancel();
        watched.cancel();
        int ends = 0;
        for (int i = 0; i < 200; i++) {
            buffered.trySend(1);
            ends += select(ended(watched, () -> 1), receive(buffered, item -> 0));
        }

        assertThat(ends).isBetween(20, 180);
    }

    @Test
    void theEndOfItsOwnContextIsAnExceptionUnlessItIsACase() throws InterruptedException {
        Task<String> untold = deft.start("untold", () -> select(receive(channel, item -> "received")));
        List<String> told = new ArrayList<>();
        Task<?> telling = deft.start("told", () -> {
            TaskContext.Cancellable below = TaskContext.current().withCancel();
            TaskContext own = TaskContext.current();
            below.run(() -> told.add(select(receive(channel, item -> "received"), ended(own, () -> "ended"))));
        });
        letEverybodyWait();

        untold.cancel(true);
        telling.cancel(true);

        assertThatThrownBy(untold::join).isInstanceOf(CancellationException.class);
        assertThat(untold.terminated()).succeedsWithin(Duration.ofSeconds(30));
        assertThat(telling.terminated()).succeedsWithin(Duration.ofSeconds(30));
        assertThat(told).containsExactly("ended");
    }

    @Test
    void endsAtTheDeadlineOfItsContext() {
        Task<Throwable> task = deft.start("wait", () -> {
            try (TaskContext.Cancellable bounded = TaskContext.current().withTimeout(Duration.ofSeconds(5))) {
                return bounded.call(() -> {
                    try {
                        return select(receive(channel, item -> null), timeout(Duration.ofSeconds(6), () -> null));
                    } catch (DeadlineExceededException failure) {
                        return failure;
                    }
                });
            }
        });

        assertThat(task.join()).isInstanceOf(DeadlineExceededException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void endsWithAnInterruptAndKeepsTheFlag() {
        Thread self = Thread.currentThread();
        time.schedule(1_000, () -> time.interrupt(self));

        assertThatThrownBy(() -> select(receive(channel, item -> item), send(channel, 1, () -> 1)))
                .isInstanceOf(TaskInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** It is interrupted after it was chosen to be served, and before it is. */
    @Test
    void anItemThatWasHandedOverCountsThoughTheWaitWasInterrupted() throws InterruptedException {
        BlockingQueue<Thread> receiver = new ArrayBlockingQueue<>(1);
        Task<Boolean> task = deft.start("receive", () -> {
            receiver.add(Thread.currentThread());
            int received = select(receive(channel, item -> item), receive(buffered, item -> -item));
            assertThat(received).isEqualTo(1);
            return Thread.interrupted();
        });
        letEverybodyWait();

        channel.state.lock();
        assertThat(channel.offer(1)).isTrue();
        time.interrupt(receiver.take());
        while (task.status() == TaskStatus.WAITING) {
            Thread.onSpinWait();
        }
        channel.state.release().wake();

        assertThat(task.join()).isTrue();
    }

    @Test
    void whatACaseDoesIsDoneWithoutAnyLock() {
        buffered.send(1);

        int received = select(receive(buffered, item -> {
            buffered.send(item + 1);
            return select(receive(buffered, next -> next));
        }));

        assertThat(received).isEqualTo(2);
    }

    @Test
    void whatACaseThrowsIsThrownAndItsItemIsTaken() {
        buffered.send(1);
        IllegalStateException failure = new IllegalStateException();

        assertThatThrownBy(() -> select(consume(buffered, item -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(buffered.tryReceive()).isEmpty();
    }

    @Test
    void aCaseCanBeKeptAndUsedAgain() {
        Case<Integer> taking = receive(buffered, item -> item);
        Case<Integer> sending = send(buffered, 7, () -> 0);

        for (int i = 0; i < 10; i++) {
            assertThat(select(taking, sending)).isEqualTo(0);
            assertThat(select(taking, sending)).isEqualTo(7);
        }
    }

    @Test
    void casesThatYieldNothing() {
        Channel<Integer> ending = Channel.buffered(1);
        TaskContext.Cancellable over = TaskContext.current().withCancel();
        over.cancel();
        List<String> done = new ArrayList<>();

        select(send(ending, 1, () -> done.add("sent")));
        select(consume(ending, item -> done.add("received " + item)));
        ending.close();
        select(consume(ending, item -> done.add("never"), () -> done.add("closed")));
        select(timeout(Duration.ZERO, () -> done.add("timeout")));
        select(ended(over, () -> done.add("ended")));
        select(otherwise(() -> done.add("default")));

        assertThat(done).containsExactly("sent", "received 1", "closed", "timeout", "ended", "default");
    }

    @Test
    void takesAnyNumberOfCases() {
        List<Case<Integer>> cases = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            Channel<Integer> each = Channel.buffered(1);
            if (i == 42) {
                each.send(i);
            }
            cases.add(receive(each, item -> number));
        }

        assertThat(select(cases)).isEqualTo(42);
        cases.add(otherwise(() -> -1));
        assertThat(select(cases)).isEqualTo(-1);
    }

    @Test
    void refusesTwoDefaultsAndNulls() {
        assertThatThrownBy(() -> select(otherwise(() -> 1), otherwise(() -> 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> send(channel, null, () -> 1)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> select((Case<Integer>) null)).isInstanceOf(NullPointerException.class);
    }

    /** Time moves only when all others wait. */
    private void letEverybodyWait() throws InterruptedException {
        time.sleep(Duration.ofSeconds(1));
    }
}
