package dev.deft.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.softwaremill.jox.ChannelClosed;
import dev.deft.TaskInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/**
 * The same random operations on two of our channels and on two of jox's have the same outcomes, step by step.
 *
 * <p>Left out is where jox means to differ: it lets senders finish that are blocked when a channel is closed, and chooses
 * the first of several cases that are ready.
 */
@Timeout(120)
class JoxDifferentialTest {
    private static final int STEPS = 150;

    private final List<String> story = new ArrayList<>();
    private Side ours;
    private Side jox;

    /** An operation on the channels of either side; says what came of it. */
    private interface Operation {
        String on(Channels channels) throws InterruptedException;
    }

    /** Two channels. Empty is the end. */
    private interface Channels {
        void send(int channel, int item) throws InterruptedException;

        Optional<Integer> receive(int channel) throws InterruptedException;

        Optional<Integer> receiveFromEither() throws InterruptedException;

        void close(int channel);
    }

    @RepeatedTest(40)
    void allOutcomesAreTheSame(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Channel<Integer>> channels =
                List.of(Channel.buffered(random.nextInt(4)), Channel.buffered(random.nextInt(4)));
        ours = new Side(new Ours(channels));
        jox = new Side(new Jox(channels.get(0).capacity(), channels.get(1).capacity()));
        boolean[] closed = new boolean[2];
        for (int step = 0; step < STEPS; step++) {
            int item = step;
            int at = random.nextInt(2);
            switch (random.nextInt(11)) {
                case 0, 1, 2, 3 ->
                    run("send " + item + " to " + at, "send" + at, each -> {
                        each.send(at, item);
                        return "sent";
                    });
                case 4, 5, 6, 7 -> run("receive from " + at, "receive", each -> "received " + each.receive(at));
                case 8 -> {
                    boolean chooses = isReady(channels, 0) && isReady(channels, 1);
                    if (!chooses && !closed[0] && !closed[1]) {
                        run("receive from either", "receive", each -> "received " + each.receiveFromEither());
                    }
                }
                case 9 -> {
                    if (!ours.calls.isEmpty()) {
                        interrupt(random.nextInt(ours.calls.size()));
                    }
                }
                default -> {
                    if (step > STEPS / 2 && !closed[at] && !ours.isBlocked("send" + at)) {
                        closed[at] = true;
                        run("close " + at, "close", each -> {
                            each.close(at);
                            return "closed";
                        });
                    }
                }
            }
        }
        for (int i = 0; i < ours.calls.size(); i++) {
            interrupt(i);
        }
    }

    private boolean isReady(List<Channel<Integer>> channels, int at) {
        return channels.get(at).size() > 0 || ours.isBlocked("send" + at);
    }

    private void run(String what, String kind, Operation operation) {
        story.add(ours.calls.size() + ": " + what);
        ours.start(kind, operation);
        jox.start(kind, operation);
        compare();
    }

    private void interrupt(int call) {
        story.add("interrupt " + call);
        ours.calls.get(call).thread.interrupt();
        jox.calls.get(call).thread.interrupt();
        compare();
    }

    private void compare() {
        assertThat(ours.outcomes()).as(() -> String.join("\n", story)).isEqualTo(jox.outcomes());
    }

    /** The calls to one of the contenders. */
    private static final class Side {
        private final Channels channels;
        private final List<Call> calls = new ArrayList<>();

        Side(Channels channels) {
            this.channels = channels;
        }

        void start(String kind, Operation operation) {
            Call call = new Call(kind);
            call.thread = Thread.startVirtualThread(() -> call.outcome = outcome(operation));
            calls.add(call);
        }

        private String outcome(Operation operation) {
            try {
                return operation.on(channels);
            } catch (InterruptedException | TaskInterruptedException e) {
                return "interrupted";
            } catch (ChannelClosedException | com.softwaremill.jox.ChannelClosedException e) {
                return "is closed";
            }
        }

        /** What came of all calls, null for those that wait, once none of them moves. */
        @SuppressWarnings("ThreadPriorityCheck") // nothing tells when a thread has parked
        List<String> outcomes() {
            List<String> before = null;
            while (true) {
                boolean quiet = calls.stream().allMatch(Call::isQuiet);
                List<String> now = calls.stream().map(call -> call.outcome).toList();
                if (quiet && now.equals(before)) {
                    return now; // twice in a row: who was woken after the first look would have moved by the second
                }
                before = quiet ? now : null;
                Thread.yield();
            }
        }

        boolean isBlocked(String kind) {
            return calls.stream().anyMatch(call -> call.kind.equals(kind) && call.outcome == null);
        }
    }

    private static final class Call {
        final String kind;
        Thread thread;
        volatile String outcome;

        Call(String kind) {
            this.kind = kind;
        }

        boolean isQuiet() {
            Thread.State state = thread.getState();
            return state == Thread.State.WAITING || state == Thread.State.TERMINATED;
        }
    }

    private record Ours(List<Channel<Integer>> channels) implements Channels {
        @Override
        public void send(int channel, int item) {
            channels.get(channel).send(item);
        }

        @Override
        public Optional<Integer> receive(int channel) {
            return channels.get(channel).receiveUnlessClosed();
        }

        @Override
        public Optional<Integer> receiveFromEither() {
            return Select.select(
                    Select.receive(channels.get(0), Optional::of), Select.receive(channels.get(1), Optional::of));
        }

        @Override
        public void close(int channel) {
            channels.get(channel).close();
        }
    }

    private static final class Jox implements Channels {
        private final List<com.softwaremill.jox.Channel<Integer>> channels;

        Jox(int first, int second) {
            channels = List.of(
                    com.softwaremill.jox.Channel.newBufferedChannel(first),
                    com.softwaremill.jox.Channel.newBufferedChannel(second));
        }

        @Override
        public void send(int channel, int item) throws InterruptedException {
            channels.get(channel).send(item);
        }

        @Override
        public Optional<Integer> receive(int channel) throws InterruptedException {
            Object item = channels.get(channel).receiveOrClosed();
            return item instanceof ChannelClosed ? Optional.empty() : Optional.of((Integer) item);
        }

        @Override
        public Optional<Integer> receiveFromEither() throws InterruptedException {
            return com.softwaremill.jox.Select.select(
                    channels.get(0).receiveClause(Optional::of), channels.get(1).receiveClause(Optional::of));
        }

        @Override
        public void close(int channel) {
            channels.get(channel).done();
        }
    }
}
