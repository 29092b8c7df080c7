package dev.deft.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskStatus;
import dev.deft.time.VirtualTime;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Go's rules for channels, one test each; those for select are in {@link GoSelectRulesTest}. */
@Timeout(60)
class GoChannelRulesTest {
    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();

    @AfterEach
    void close() {
        deft.close();
    }

    @Test
    void anUnbufferedSendCompletesOnlyWhenAReceiverTakesTheValue() throws InterruptedException {
        Channel<Integer> channel = Channel.rendezvous();
        Task<?> sending = deft.start("send", () -> channel.send(1));

        letEverybodyWait();
        assertThat(sending).isNotDone();

        assertThat(channel.receive()).isEqualTo(1);
        assertThat(sending.join()).isNull();
    }

    @Test
    void aBufferedSendBlocksOnlyWhenTheBufferIsFull() throws InterruptedException {
        Channel<Integer> channel = Channel.buffered(2);
        List<Integer> sent = new ArrayList<>();
        Task<?> sending = deft.start("send", () -> {
            for (int i = 1; i <= 3; i++) {
                channel.send(i);
                sent.add(i);
            }
        });

        letEverybodyWait();
        assertThat(sent).containsExactly(1, 2);

        assertThat(channel.receive()).isEqualTo(1);
        sending.join();
        assertThat(sent).containsExactly(1, 2, 3);
    }

    @Test
    void aChannelIsFirstInFirstOut() throws InterruptedException {
        Channel<Integer> channel = Channel.buffered(3);
        List<Task<Void>> senders = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int item = i;
            senders.add(deft.start("send", () -> channel.send(item)));
            letEverybodyWait(); // the first three are in the buffer, the others wait behind it
        }

        assertThat(IntStream.range(0, 10).map(i -> channel.receive())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        senders.forEach(Task::join);
    }

    @Test
    void receiveFromClosedGivesBufferedValuesFirstThenTheEndForEver() {
        Channel<Integer> channel = Channel.buffered(3);
        channel.send(1);
        channel.send(2);
        channel.close();

        assertThat(channel.receiveUnlessClosed()).contains(1);
        assertThat(channel.receive()).isEqualTo(2);
        for (int i = 0; i < 3; i++) {
            assertThat(channel.receiveUnlessClosed()).isEmpty();
            assertThatThrownBy(channel::receive).isInstanceOf(ChannelClosedException.class);
            assertThatThrownBy(channel::tryReceive).isInstanceOf(ChannelClosedException.class);
        }
    }

    @Test
    void rangeReceivesUntilTheChannelIsClosedAndDrained() {
        Channel<Integer> channel = Channel.buffered(2);
        Task<?> sending = deft.start("send", () -> {
            for (int i = 0; i < 5; i++) {
                channel.send(i);
            }
            channel.close();
        });

        List<Integer> received = new ArrayList<>();
        for (int item : channel) {
            received.add(item);
        }

        assertThat(received).containsExactly(0, 1, 2, 3, 4);
        sending.join();
    }

    @Test
    void sendOnAClosedChannelPanics() {
        Channel<Integer> channel = Channel.buffered(1);
        channel.close();

        assertThatThrownBy(() -> channel.send(1)).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> channel.trySend(1)).isInstanceOf(ChannelClosedException.class);
        assertThat(channel.size()).isZero();
    }

    @Test
    void aSenderAlreadyBlockedPanicsWhenTheChannelIsClosed() throws InterruptedException {
        for (Channel<Integer> channel : List.of(Channel.<Integer>rendezvous(), Channel.<Integer>buffered(1))) {
            int sent = 0;
            while (channel.trySend(0)) {
                sent++;
            }
            assertThat(sent).isEqualTo(channel.capacity());
            Task<?> sending = deft.start("send", () -> channel.send(1));
            letEverybodyWait();

            channel.close();

            assertThatThrownBy(sending::join).hasCauseInstanceOf(ChannelClosedException.class);
            channel.forEach(item -> assertThat(item).isZero());
        }
    }

    @Test
    void closeOfAClosedChannelPanics() {
        Channel<Integer> channel = Channel.rendezvous();
        channel.close();

        assertThatThrownBy(channel::close)
                .isInstanceOf(ChannelClosedException.class)
                .hasMessage("close of closed channel");
    }

    @Test
    void closeWakesAllBlockedReceivers() throws InterruptedException {
        Channel<Integer> channel = Channel.buffered(1);
        List<Task<Boolean>> receivers = IntStream.range(0, 100)
                .mapToObj(i -> deft.start(
                        "receive", () -> channel.receiveUnlessClosed().isEmpty()))
                .toList();
        letEverybodyWait();

        channel.close();

        assertThat(receivers).allMatch(Task::join);
    }

    @Test
    void lenAndCapOfAChannelAreASnapshot() {
        Channel<Integer> buffered = Channel.buffered(3);
        buffered.send(1);
        buffered.send(2);

        assertThat(buffered.size()).isEqualTo(2);
        assertThat(buffered.capacity()).isEqualTo(3);
        assertThat(Channel.rendezvous().size()).isZero();
        assertThat(Channel.rendezvous().capacity()).isZero();
    }

    /** Plain fields, written before and read after, by threads that have nothing else in common. */
    @Test
    void aSendHappensBeforeItsReceiveCompletes() throws InterruptedException {
        for (Channel<int[]> channel : List.of(Channel.<int[]>rendezvous(), Channel.<int[]>buffered(3))) {
            Thread sender = Thread.startVirtualThread(() -> {
                for (int i = 0; i < 20_000; i++) {
                    int[] box = new int[1];
                    box[0] = i;
                    channel.send(box);
                }
                channel.close();
            });
            int expected = 0;
            for (int[] box : channel) {
                assertThat(box[0]).isEqualTo(expected++);
            }
            assertThat(expected).isEqualTo(20_000);
            sender.join();
        }
    }

    /** A channel of capacity 1 is then a mutex: what it guards is a plain field. */
    @Test
    void theKthReceiveHappensBeforeTheSendThatTakesItsRoomCompletes() throws InterruptedException {
        Channel<Boolean> mutex = Channel.buffered(1);
        int[] counter = new int[1];
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    for (int round = 0; round < 5_000; round++) {
                        mutex.send(true);
                        counter[0]++;
                        mutex.receive();
                    }
                }))
                .toList();

        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(counter[0]).isEqualTo(20_000);
    }

    @Test
    void closeHappensBeforeAReceiveThatReturnsBecauseOfIt() throws InterruptedException {
        for (int round = 0; round < 2_000; round++) {
            Channel<Integer> channel = Channel.rendezvous();
            int[] written = new int[1];
            Thread closer = Thread.startVirtualThread(() -> {
                written[0] = 1;
                channel.close();
            });
            assertThat(channel.receiveUnlessClosed()).isEmpty();
            assertThat(written[0]).isEqualTo(1);
            closer.join();
        }
    }

    @Test
    void blockedReceiversAreServedFirstInFirstOut() throws InterruptedException {
        Channel<Integer> channel = Channel.rendezvous();
        List<Task<Integer>> receivers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            receivers.add(deft.start("receive", channel::receive));
            letEverybodyWait();
        }

        for (int i = 0; i < 10; i++) {
            channel.send(i);
        }

        assertThat(receivers.stream().map(Task::join)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aBlockedReceiverGetsTheValueHandedOverDirectly() throws InterruptedException {
        Channel<Integer> channel = Channel.buffered(5);
        Task<Integer> receiver = deft.start("receive", channel::receive);
        letEverybodyWait();

        channel.send(1);

        assertThat(channel.size()).isZero();
        assertThat(channel.tryReceive()).isEmpty(); // who comes later finds nothing to take away
        assertThat(receiver.join()).isEqualTo(1);
    }

    @Test
    void directionalTypesRestrictUseAtCompileTime() {
        Channel<Integer> channel = Channel.buffered(1);
        Sender<Integer> sender = channel;
        Receiver<Integer> receiver = channel;

        sender.send(1);

        assertThat(receiver.receive()).isEqualTo(1);
        assertThat(namesOf(Sender.class)).containsExactlyInAnyOrder("send", "trySend", "close");
        assertThat(namesOf(Receiver.class))
                .containsExactlyInAnyOrder("receive", "receiveUnlessClosed", "tryReceive", "iterator");
    }

    /** Go can send nil. Here null says that there is no item, so that it cannot be one. */
    @Test
    void nullIsNoItem() {
        Channel<Integer> channel = Channel.buffered(1);

        assertThatThrownBy(() -> channel.send(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> channel.trySend(null)).isInstanceOf(NullPointerException.class);
        assertThat(channel.size()).isZero();
    }

    /** Go ends a program in which all wait for ever. Here one sees who waits, and can cancel it. */
    @Test
    void whoIsBlockedForEverCanBeSeen() throws InterruptedException {
        Task<Object> task = deft.start("blocked", () -> Channel.rendezvous().receive());
        letEverybodyWait();

        assertThat(task.status()).isEqualTo(TaskStatus.WAITING);
        assertThat(task.cancel(true)).isTrue();
        assertThat(task.terminated()).succeedsWithin(Duration.ofSeconds(30));
    }

    /** Time moves only when all others wait. */
    private void letEverybodyWait() throws InterruptedException {
        time.sleep(Duration.ofSeconds(1));
    }

    private static List<String> namesOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).map(Method::getName).toList();
    }
}
