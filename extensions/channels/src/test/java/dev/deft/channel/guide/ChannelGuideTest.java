package dev.deft.channel.guide;

import static dev.deft.channel.Select.consume;
import static dev.deft.channel.Select.ended;
import static dev.deft.channel.Select.otherwise;
import static dev.deft.channel.Select.receive;
import static dev.deft.channel.Select.select;
import static dev.deft.channel.Select.send;
import static dev.deft.channel.Select.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.channel.Channel;
import dev.deft.channel.Receiver;
import dev.deft.channel.Sender;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The code of the guide to channels, and what it does. */
@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // what the guide shows does not look at every task that it starts
class ChannelGuideTest {
    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();

    @AfterEach
    void close() {
        deft.close();
    }

    @Test
    void producerAndConsumer() {
        // tag::producer[]
        Channel<Integer> numbers = Channel.buffered(10);

        deft.start("produce", () -> {
            for (int i = 1; i <= 100; i++) {
                numbers.send(i); // waits while the buffer is full
            }
            numbers.close();
        });

        int sum = 0;
        for (int number : numbers) { // waits for each, until the channel is closed and empty
            sum += number;
        }
        // end::producer[]
        assertThat(sum).isEqualTo(5050);
    }

    @Test
    void severalOfEach() {
        // tag::several[]
        Channel<Integer> numbers = Channel.buffered(10);

        List<Task<Void>> producers = IntStream.range(0, 3)
                .mapToObj(i -> deft.start("produce", () -> produce(i * 100, numbers)))
                .toList();
        deft.start("close", () -> {
            producers.forEach(Task::join);
            numbers.close(); // once, when the last has sent its last
        });

        List<Task<Integer>> consumers = IntStream.range(0, 4)
                .mapToObj(i -> deft.start("consume", () -> sum(numbers)))
                .toList();
        int total = consumers.stream().mapToInt(Task::join).sum();
        // end::several[]
        assertThat(total).isEqualTo(3 * 5050 + 100 * (100 + 200));
    }

    // tag::sides[]
    /** Only sends. */
    private static void produce(int offset, Sender<Integer> numbers) {
        for (int i = 1; i <= 100; i++) {
            numbers.send(offset + i);
        }
    }

    /** Only receives. */
    private static int sum(Receiver<Integer> numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }
    // end::sides[]

    @Test
    void rendezvous() {
        List<String> log = new ArrayList<>();
        // tag::rendezvous[]
        Channel<String> baton = Channel.rendezvous();
        Task<Void> runner = deft.start("run", () -> {
            time.sleep(Duration.ofSeconds(10));
            baton.send("baton"); // returns when somebody has it
        });
        log.add(baton.receive());
        // end::rendezvous[]
        runner.join();
        assertThat(log).containsExactly("baton");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    // tag::select[]
    static String answer(Receiver<String> primary, Receiver<String> mirror) {
        return select(
                receive(primary, answer -> answer),
                receive(mirror, answer -> answer + " (of the mirror)"),
                timeout(Duration.ofSeconds(1), () -> "no answer"));
    }
    // end::select[]

    @Test
    void selectsTheFirstAnswer() {
        Channel<String> primary = Channel.buffered(1);
        Channel<String> mirror = Channel.buffered(1);
        assertThat(deft.start("ask", () -> answer(primary, mirror)).join()).isEqualTo("no answer");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        mirror.send("42");
        assertThat(answer(primary, mirror)).isEqualTo("42 (of the mirror)");
    }

    // tag::merge[]
    static void merge(List<Receiver<Integer>> sources, Sender<Integer> sink) {
        List<Receiver<Integer>> open = new ArrayList<>(sources);
        while (!open.isEmpty()) {
            select(open.stream()
                    .map(source -> consume(source, sink::send, () -> open.remove(source)))
                    .toList());
        }
        sink.close();
    }
    // end::merge[]

    @Test
    void mergesUntilAllHaveEnded() {
        Channel<Integer> one = Channel.buffered(1);
        Channel<Integer> other = Channel.rendezvous();
        Channel<Integer> merged = Channel.buffered(5);
        deft.start("one", () -> {
            produce(0, one);
            one.close();
        });
        deft.start("other", () -> {
            produce(100, other);
            other.close();
        });
        deft.start("merge", () -> merge(List.of(one, other), merged));

        assertThat(sum(merged)).isEqualTo(2 * 5050 + 100 * 100);
    }

    /** A consumer that tells how it is, and ends with its task. */
    static final class Consumer {
        final List<String> log = new ArrayList<>();

        // tag::loop[]
        void consume(Receiver<String> jobs) {
            boolean goOn = true;
            while (goOn) {
                goOn = select(
                        receive(jobs, this::handle, () -> false),
                        timeout(Duration.ofMinutes(1), this::reportIdle),
                        ended(TaskContext.current(), () -> false));
            }
        }
        // end::loop[]

        private boolean handle(String job) {
            return log.add(job);
        }

        private boolean reportIdle() {
            return log.add("idle");
        }
    }

    @Test
    void aLoopEndsWithItsTaskInAnOrderlyWay() throws InterruptedException {
        Channel<String> jobs = Channel.buffered(1);
        Consumer consumer = new Consumer();
        Task<Void> consuming = deft.start("consume", () -> consumer.consume(jobs));
        jobs.send("first");
        time.sleep(Duration.ofSeconds(90));

        consuming.cancel(false);

        assertThat(consuming.terminated()).succeedsWithin(Duration.ofSeconds(30));
        assertThat(consumer.log).containsExactly("first", "idle");
    }

    // tag::default[]
    static String offer(Sender<String> queue, String job) {
        return select(send(queue, job, () -> "accepted"), otherwise(() -> "full"));
    }
    // end::default[]

    @Test
    void offersWithoutWaiting() {
        Channel<String> queue = Channel.buffered(1);
        assertThat(offer(queue, "a")).isEqualTo("accepted");
        assertThat(offer(queue, "b")).isEqualTo("full");
    }
}
