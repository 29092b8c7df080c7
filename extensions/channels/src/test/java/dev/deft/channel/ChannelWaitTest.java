package dev.deft.channel;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends a wait in a channel, besides an item. */
@Timeout(60)
class ChannelWaitTest {
    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();

    @AfterEach
    void close() {
        deft.close();
    }

    /** One way to wait; each leaves the channel as it was when it ends without an item. */
    interface Waiting {
        void in(Channel<String> channel);
    }

    record Way(String name, Channel<String> channel, Waiting waiting) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Way> ways() {
        Channel<String> full = Channel.buffered(1);
        full.send("full");
        return Stream.of(
                new Way("send to a rendezvous", Channel.rendezvous(), channel -> channel.send("lost")),
                new Way("send to a full buffer", full, channel -> channel.send("lost")),
                new Way("receive from a rendezvous", Channel.rendezvous(), Channel::receive),
                new Way("receive from an empty buffer", Channel.buffered(1), Channel::receive),
                new Way("receive unless closed", Channel.buffered(1), Channel::receiveUnlessClosed),
                new Way(
                        "iterate",
                        Channel.buffered(1),
                        channel -> assertThat(channel).isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void endsWhenItsTaskIsCancelled(Way way) throws InterruptedException {
        Task<?> task = deft.start("wait", () -> way.waiting.in(way.channel));
        letEverybodyWait();
        assertThat(task.status()).isEqualTo(TaskStatus.WAITING);

        task.cancel(false);

        assertThat(task.terminated()).succeedsWithin(Duration.ofSeconds(30));
        assertThat(task.isCancelled()).isTrue();
        assertNothingChanged(way.channel);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void endsAtTheDeadlineOfItsContext(Way way) {
        Task<Throwable> task = deft.start("wait", () -> {
            try (TaskContext.Cancellable bounded = TaskContext.current().withTimeout(Duration.ofSeconds(5))) {
                return failureOf(() -> bounded.run(() -> way.waiting.in(way.channel)));
            }
        });

        assertThat(task.join()).isInstanceOf(DeadlineExceededException.class).hasMessageContaining("wait");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
        assertNothingChanged(way.channel);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void endsWithAnInterruptAndKeepsTheFlag(Way way) {
        List<Boolean> flag = new ArrayList<>();
        Task<Throwable> task = deft.start("wait", () -> {
            Thread self = Thread.currentThread();
            time.schedule(1_000, () -> time.interrupt(self));
            Throwable failure = failureOf(() -> way.waiting.in(way.channel));
            flag.add(Thread.interrupted());
            return failure;
        });

        assertThat(task.join()).isInstanceOf(TaskInterruptedException.class).hasMessageContaining("wait");
        assertThat(flag).containsExactly(true);
        assertNothingChanged(way.channel);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void doesNotBeginOnceItsContextHasEnded(Way way) {
        TaskContext.Cancellable context = TaskContext.current().withCancel();
        IllegalStateException cause = new IllegalStateException("enough");
        context.cancel(cause);

        assertThatThrownBy(() -> context.run(() -> way.waiting.in(way.channel)))
                .isInstanceOf(CancellationException.class)
                .hasCause(cause);
        assertNothingChanged(way.channel);
    }

    @Test
    void whatCanGoOnAtOnceDoesInAContextThatHasEnded() {
        TaskContext.Cancellable context = TaskContext.current().withCancel();
        context.cancel();
        Channel<String> channel = Channel.buffered(1);

        context.run(() -> {
            channel.send("a");
            assertThat(channel.receive()).isEqualTo("a");
        });
    }

    @Test
    void whatCanGoOnAtOnceDoesWithAnInterruptPending() {
        Channel<String> channel = Channel.buffered(1);

        Thread.currentThread().interrupt();
        channel.send("a");
        assertThat(channel.receive()).isEqualTo("a");
        assertThatThrownBy(channel::receive).isInstanceOf(TaskInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** The receiver gives up, but before it has left the queue it is served. */
    @Test
    void anItemThatWasHandedOverCountsThoughTheWaitWasInterrupted() throws InterruptedException {
        Channel<String> channel = Channel.rendezvous();
        BlockingQueue<Thread> receiver = new ArrayBlockingQueue<>(1);
        Task<Boolean> task = deft.start("receive", () -> {
            receiver.add(Thread.currentThread());
            assertThat(channel.receive()).isEqualTo("a");
            return Thread.interrupted();
        });
        letEverybodyWait();

        channel.state.lock();
        time.interrupt(receiver.take());
        while (task.status() == TaskStatus.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(channel.offer("a")).isTrue();
        channel.state.release().wake();

        assertThat(task.join()).isTrue();
    }

    @Test
    void whoWaitsOutsideOfAnyTaskMeetsATaskOnVirtualTime() {
        Channel<String> channel = Channel.rendezvous();
        Task<?> unused = deft.start("send", () -> {
            time.sleep(Duration.ofHours(1));
            channel.send("late");
        });

        assertThat(channel.receive()).isEqualTo("late");
        assertThat(time.elapsed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aReceiverThatGaveUpIsNotServed() throws InterruptedException {
        Channel<String> channel = Channel.rendezvous();
        Task<String> impatient = deft.start("impatient", channel::receive);
        letEverybodyWait();
        Task<String> patient = deft.start("patient", channel::receive);
        letEverybodyWait();
        impatient.cancel(false);
        impatient.terminated().join();

        assertThat(channel.trySend("a")).isTrue();

        assertThat(patient.join()).isEqualTo("a");
        assertThat(channel.trySend("b")).isFalse();
    }

    @Test
    void aSenderThatGaveUpDoesNotSend() throws InterruptedException {
        Channel<String> channel = Channel.buffered(1);
        channel.send("a");
        List<Task<Void>> senders = new ArrayList<>();
        for (String item : List.of("b", "c", "d")) {
            senders.add(deft.start("send", () -> channel.send(item)));
            letEverybodyWait();
        }
        senders.get(1).cancel(false);
        senders.get(1).terminated().join();

        assertThat(channel.receive()).isEqualTo("a");
        assertThat(channel.receive()).isEqualTo("b");
        assertThat(channel.receive()).isEqualTo("d");
        assertThat(channel.tryReceive()).isEmpty();
    }

    private static void assertNothingChanged(Channel<String> channel) {
        int size = channel.size();
        assertThat(channel.trySend("more")).isEqualTo(size < channel.capacity()); // no receiver was left behind
        for (int left = channel.size(); left > 0; left--) {
            assertThat(channel.receive()).isNotEqualTo("lost");
        }
        assertThat(channel.tryReceive()).isEmpty(); // no sender was left behind
    }

    private static Throwable failureOf(Runnable action) {
        try {
            action.run();
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    /** Time moves only when all others wait. */
    private void letEverybodyWait() throws InterruptedException {
        time.sleep(Duration.ofSeconds(1));
    }
}
