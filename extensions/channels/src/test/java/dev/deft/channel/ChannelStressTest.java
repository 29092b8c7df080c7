package dev.deft.channel;

import static dev.deft.channel.Select.ended;
import static dev.deft.channel.Select.receive;
import static dev.deft.channel.Select.select;
import static dev.deft.channel.Select.send;
import static dev.deft.channel.Select.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.DeadlineExceededException;
import dev.deft.TaskContext;
import dev.deft.TaskInterruptedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/**
 * Many senders and receivers in several channels, by every way to send and to receive, under everything that ends a wait;
 * then the books: what its sender believes sent was received once, and nothing else was.
 */
@Timeout(120)
class ChannelStressTest {
    private static final int ROUNDS = 1_500;

    private final List<Channel<Integer>> channels =
            List.of(Channel.rendezvous(), Channel.buffered(1), Channel.buffered(10));
    private final Books sent = new Books();
    private final Books received = new Books();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicReference<Throwable> unexpected = new AtomicReference<>();

    @RepeatedTest(10)
    void nothingIsLostOrDuplicated(RepetitionInfo repetition) throws InterruptedException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Worker> senders = new ArrayList<>();
        List<Worker> receivers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            senders.add(new Sending(new Random(random.nextLong())));
            receivers.add(new Receiving(new Random(random.nextLong())));
        }
        List<Worker> all = new ArrayList<>(senders);
        all.addAll(receivers);
        for (int i = 0; i < all.size(); i++) {
            all.get(i).start(i % 3 == 0);
        }

        disturb(random, all, senders);
        channels.forEach(Channel::close);
        disturb(random, all, receivers);

        assertThat(unexpected.get()).isNull();
        assertThat(received.duplicates()).isZero();
        assertThat(received.items()).isEqualTo(sent.items());
        assertThat(sent.size()).isGreaterThan(ROUNDS);
        assertThat(cut.get()).isPositive();
        assertThat(channels).allMatch(channel -> channel.size() == 0);
    }

    /** What was sent before the end is received; what failed is not. */
    @RepeatedTest(20)
    void aCloseAmongSendersLosesNothing(RepetitionInfo repetition) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Channel<Integer> channel : channels) {
            for (int i = 0; i < 4; i++) {
                threads.add(Thread.startVirtualThread(() -> sendUntilClosed(channel)));
                threads.add(Thread.startVirtualThread(() -> channel.forEach(received::enter)));
            }
        }
        int enough = new Random(repetition.getCurrentRepetition()).nextInt(2_000);
        while (sent.size() < enough) {
            Thread.onSpinWait();
        }
        channels.forEach(Channel::close);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(received.duplicates()).isZero();
        assertThat(received.items()).isEqualTo(sent.items());
    }

    private void sendUntilClosed(Channel<Integer> channel) {
        try {
            while (true) {
                int item = numbers.getAndIncrement();
                channel.send(item);
                sent.enter(item);
            }
        } catch (ChannelClosedException end) {
            // what it tried last was not sent
        }
    }

    /** Interrupts and cancels all, until some of them have ended. */
    private static void disturb(Random random, List<Worker> all, List<Worker> some) throws InterruptedException {
        for (Worker each : some) {
            while (!each.thread.join(Duration.ofNanos(50_000))) {
                Worker victim = all.get(random.nextInt(all.size()));
                if (random.nextBoolean()) {
                    victim.thread.interrupt();
                } else {
                    victim.context.cancel();
                }
            }
        }
    }

    private abstract class Worker {
        final Random random;
        Thread thread;
        volatile TaskContext.Cancellable context = TaskContext.current().withCancel();

        Worker(Random random) {
            this.random = random;
        }

        void start(boolean platform) {
            thread = platform
                    ? Thread.ofPlatform().unstarted(this::work)
                    : Thread.ofVirtual().unstarted(this::work);
            thread.start();
        }

        private void work() {
            try {
                while (isNotDone()) {
                    context = random.nextInt(4) == 0
                            ? TaskContext.current().withTimeout(Duration.ofNanos(random.nextInt(200_000)))
                            : TaskContext.current().withCancel();
                    try (TaskContext.Cancellable current = context) {
                        current.run(this::once);
                    } catch (CancellationException | DeadlineExceededException | TaskInterruptedException end) {
                        cut.incrementAndGet();
                    }
                    Thread.interrupted();
                }
            } catch (Throwable failure) {
                unexpected.compareAndSet(null, failure);
            }
        }

        abstract boolean isNotDone();

        abstract void once();

        Channel<Integer> any() {
            return channels.get(random.nextInt(channels.size()));
        }

        Duration moment() {
            return Duration.ofNanos(random.nextInt(100_000));
        }
    }

    private final class Sending extends Worker {
        private int left = ROUNDS;

        Sending(Random random) {
            super(random);
        }

        @Override
        boolean isNotDone() {
            return left > 0;
        }

        @Override
        void once() {
            left--;
            int item = numbers.getAndIncrement();
            if (isSent(item)) {
                sent.enter(item);
            }
        }

        private boolean isSent(int item) {
            return switch (random.nextInt(5)) {
                case 0 -> {
                    any().send(item);
                    yield true;
                }
                case 1 -> any().trySend(item);
                case 2 -> select(send(any(), item, () -> true), timeout(moment(), () -> false));
                case 3 ->
                    select(
                            send(any(), item, () -> true),
                            send(any(), item, () -> true),
                            ended(TaskContext.current(), () -> false));
                default -> {
                    Channel<Integer> both = any();
                    yield select(send(both, item, () -> true), receive(both, other -> {
                        received.enter(other);
                        return false;
                    }));
                }
            };
        }
    }

    private final class Receiving extends Worker {
        private final List<Channel<Integer>> open = new ArrayList<>(channels);

        Receiving(Random random) {
            super(random);
        }

        @Override
        boolean isNotDone() {
            return !open.isEmpty();
        }

        @Override
        void once() {
            Channel<Integer> channel = open.get(random.nextInt(open.size()));
            Channel<Integer> other = open.get(random.nextInt(open.size()));
            try {
                switch (random.nextInt(5)) {
                    case 0 -> received.enter(channel.receive());
                    case 1 -> channel.tryReceive().ifPresent(received::enter);
                    case 2 -> {
                        Optional<Integer> item = channel.receiveUnlessClosed();
                        item.ifPresentOrElse(received::enter, () -> open.remove(channel));
                    }
                    case 3 -> select(taking(channel), taking(other), timeout(moment(), () -> {}));
                    default -> select(taking(channel), taking(other), taking(channel));
                }
            } catch (ChannelClosedException end) {
                open.remove(channel);
            }
        }

        private Case<Void> taking(Channel<Integer> channel) {
            return Select.consume(channel, received::enter, () -> open.remove(channel));
        }
    }
}
