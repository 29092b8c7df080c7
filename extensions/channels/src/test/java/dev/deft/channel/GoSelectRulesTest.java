package dev.deft.channel;

import static dev.deft.channel.Select.consume;
import static dev.deft.channel.Select.otherwise;
import static dev.deft.channel.Select.receive;
import static dev.deft.channel.Select.select;
import static dev.deft.channel.Select.send;
import static dev.deft.channel.Select.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskStatus;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Go's rules for select, one test each; those for channels are in {@link GoChannelRulesTest}. */
@Timeout(60)
class GoSelectRulesTest {
    private static final Receiver<Integer> NIL = null;

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();

    @AfterEach
    void close() {
        deft.close();
    }

    @Test
    void aNilChannelInASelectDisablesTheCase() {
        Channel<Integer> channel = Channel.buffered(1);
        channel.send(1);

        for (int i = 0; i < 100; i++) {
            String chosen = select(
                    receive(NIL, item -> "never"),
                    send((Sender<Integer>) null, 2, () -> "never"),
                    receive(channel, item -> "received " + item));
            assertThat(chosen).isEqualTo("received 1");
            channel.send(1);
        }
        assertThat(select(receive(NIL, item -> "never"), otherwise(() -> "default")))
                .isEqualTo("default");
    }

    @Test
    void selectWithSeveralReadyCasesChoosesUniformlyAtRandom() {
        Channel<Integer> one = Channel.buffered(1);
        Channel<Integer> other = Channel.buffered(1);
        Random random = new Random(1);
        int ones = 0;
        for (int i = 0; i < 20_000; i++) {
            one.trySend(1);
            other.trySend(0);
            ones += selectBy(random, receive(one, item -> item), receive(other, item -> item));
        }

        assertThat(ones).isBetween(9_800, 10_200);
    }

    @Test
    void defaultRunsOnlyIfNoCaseIsReady() {
        Channel<Integer> channel = Channel.buffered(1);

        assertThat(select(otherwise(() -> "default"), receive(channel, item -> "received")))
                .isEqualTo("default");
        assertThat(select(otherwise(() -> "default"), send(channel, 1, () -> "sent")))
                .isEqualTo("sent");
        assertThat(select(otherwise(() -> "default"), send(channel, 1, () -> "sent")))
                .isEqualTo("default");
        assertThat(select(otherwise(() -> "default"), receive(channel, item -> "received")))
                .isEqualTo("received");
    }

    @Test
    void aSelectWithoutCasesOrWithNilCasesOnlyBlocksForEver() throws InterruptedException {
        Task<Object> none = deft.start("none", () -> select());
        Task<Integer> nil = deft.start("nil", () -> select(receive(NIL, item -> item)));

        letEverybodyWait();

        for (Task<?> task : List.of(none, nil)) {
            assertThat(task.status()).isEqualTo(TaskStatus.WAITING);
            task.cancel(false);
            assertThatThrownBy(task::join).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void channelsAndSendValuesAreEvaluatedOnceInSourceOrderEvenForCasesNotChosen() {
        Channel<String> full = Channel.buffered(1);
        full.send("full");
        Channel<String> empty = Channel.buffered(1);
        List<String> evaluated = new ArrayList<>();

        select(
                send(noting(evaluated, "channel 1", full), noting(evaluated, "item 1", "a"), () -> {}),
                send(noting(evaluated, "channel 2", empty), noting(evaluated, "item 2", "b"), () -> {}),
                consume(noting(evaluated, "channel 3", Channel.<String>rendezvous()), item -> {}));

        assertThat(evaluated).containsExactly("channel 1", "item 1", "channel 2", "item 2", "channel 3");
    }

    /** Go's TestSelfSelect: two that send to, and receive from, the same channel meet each other and never themselves. */
    @Test
    void aSelectNeverTalksToItself() {
        for (Channel<Integer> channel : List.of(Channel.<Integer>rendezvous(), Channel.<Integer>buffered(10))) {
            List<Task<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int self = i;
                tasks.add(deft.start("self " + i, () -> {
                    int ownReceived = 0;
                    for (int round = 0; round < 1_000; round++) {
                        boolean own = select(
                                receive(channel, item -> channel.capacity() == 0 && item == self),
                                send(channel, self, () -> false));
                        ownReceived += own ? 1 : 0;
                    }
                    return ownReceived;
                }));
            }
            Task<?> helper = deft.start(
                    "helper",
                    () -> { // the last one would wait for somebody to meet
                        while (!tasks.stream().allMatch(Task::isDone)) {
                            select(
                                    receive(channel, item -> null),
                                    send(channel, -1, () -> null),
                                    timeout(Duration.ofMillis(1), () -> null));
                        }
                    });

            assertThat(tasks).allSatisfy(task -> assertThat(task.join()).isZero());
            helper.join();
        }
    }

    @Test
    void theSameChannelMayStandInSeveralCases() throws InterruptedException {
        Channel<Integer> channel = Channel.rendezvous();
        Task<String> selecting = deft.start(
                "select",
                () -> select(
                        receive(channel, item -> "first " + item),
                        receive(channel, item -> "second " + item),
                        send(channel, 1, () -> "sent")));
        letEverybodyWait();

        assertThat(channel.trySend(2)).isTrue();
        assertThat(selecting.join()).isIn("first 2", "second 2");
        assertThat(channel.trySend(3)).isFalse(); // nothing of it is left behind
        assertThat(channel.tryReceive()).isEmpty();
    }

    @Test
    void aSendCaseOnAClosedChannelPanicsEvenWithADefault() {
        Channel<Integer> channel = Channel.buffered(1);
        channel.close();

        assertThatThrownBy(() -> select(send(channel, 1, () -> "sent"), otherwise(() -> "default")))
                .isInstanceOf(ChannelClosedException.class);
    }

    @Test
    void aSelectThatIsBlockedInASendPanicsWhenTheChannelIsClosed() throws InterruptedException {
        Channel<Integer> channel = Channel.rendezvous();
        Task<String> selecting =
                deft.start("select", () -> select(send(channel, 1, () -> "sent"), receive(NIL, item -> "never")));
        letEverybodyWait();

        channel.close();

        assertThatThrownBy(selecting::join).hasCauseInstanceOf(ChannelClosedException.class);
    }

    @Test
    void aClosedReceiveCaseIsAlwaysReady() {
        Channel<Integer> channel = Channel.buffered(1);
        channel.send(1);
        channel.close();
        Case<Integer> plain = receive(channel, item -> item);

        assertThat(select(plain)).isEqualTo(1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> select(plain, otherwise(() -> 2))).isInstanceOf(ChannelClosedException.class);
            assertThat(select(receive(channel, item -> item, () -> 3), otherwise(() -> 2)))
                    .isEqualTo(3);
        }
    }

    /** Go's {@code time.After} in a loop made a timer for each turn. */
    @Test
    void aTimeoutInALoopMakesNoTimers() {
        Task<List<String>> task = deft.start("loop", () -> {
            List<String> agenda = new ArrayList<>();
            Channel<Integer> channel = Channel.buffered(1);
            for (int i = 0; i < 10; i++) {
                channel.send(i);
                select(consume(channel, item -> {}), timeout(Duration.ofHours(1), () -> {}));
                agenda.addAll(time.agenda());
            }
            return agenda;
        });

        assertThat(task.join()).isEmpty();
        assertThat(time.elapsed()).isZero();
    }

    /** Time moves only when all others wait. */
    private void letEverybodyWait() throws InterruptedException {
        time.sleep(Duration.ofSeconds(1));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static int selectBy(Random random, Case<Integer>... cases) {
        return new Selection<Integer>(cases, random::nextInt).run();
    }

    private static <T> T noting(List<String> notes, String note, T value) {
        notes.add(note);
        return value;
    }
}
