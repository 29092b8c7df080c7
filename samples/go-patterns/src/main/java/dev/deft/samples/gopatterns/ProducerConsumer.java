package dev.deft.samples.gopatterns;

import dev.deft.Task;
import dev.deft.TaskGroup;
import dev.deft.annotation.Worker;
import dev.deft.channel.Channel;
import dev.deft.channel.Receiver;
import dev.deft.channel.Sender;
import java.util.ArrayList;
import java.util.List;

/** Who makes items and who takes them, with a buffer of ten between them: one of each, several of each, and workers between. */
public final class ProducerConsumer implements Pattern {
    private final Stage stage;

    ProducerConsumer(Stage stage) {
        this.stage = stage;
    }

    /** Takes no time. */
    public static void main(String[] arguments) {
        Stage.show(ProducerConsumer::new);
    }

    @Override
    public void show() {
        oneOfEach();
        severalOfEach();
        workers();
    }

    private void oneOfEach() {
        // tag::one[]
        Channel<Integer> numbers = Channel.buffered(10);
        Task<Void> producer = stage.deft().start("produce", () -> {
            produce(100, numbers);
            numbers.close(); // the loop of the consumer ends
        });
        int sum = sum(numbers);
        // end::one[]
        producer.join();
        stage.say("1 producer, 1 consumer: %d", sum);
    }

    private void severalOfEach() {
        // tag::several[]
        Channel<Integer> numbers = Channel.buffered(10);
        List<Task<Integer>> consumers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            consumers.add(stage.deft().start("consume", () -> sum(numbers)));
        }
        try (TaskGroup<Void> producers = stage.deft().group()) {
            for (int i = 0; i < 3; i++) {
                producers.start("produce", () -> produce(100, numbers));
            }
            producers.await();
        }
        numbers.close(); // once, when the last producer is done
        int sum = consumers.stream().mapToInt(Task::join).sum();
        // end::several[]
        stage.say("3 producers, 4 consumers: %d", sum);
    }

    private void workers() {
        // tag::workers[]
        Channel<Integer> numbers = Channel.buffered(10);
        Channel<Integer> squares = Channel.buffered(10);
        Task<Void> producer = stage.deft().start("produce", () -> {
            produce(100, numbers);
            numbers.close(); // the workers end with the last number
        });
        Task<Void> workers = new ProducerConsumerTasks(this, stage.deft()).squareWorkers(numbers, squares);
        int sum = sum(squares); // they close it when all of them have ended
        // end::workers[]
        Task.allOf(producer, workers).join();
        stage.say("4 workers between a producer and a consumer: %d", sum);
    }

    // tag::worker[]
    @Worker(4)
    int square(int number) {
        return number * number;
    }
    // end::worker[]

    // tag::sides[]
    /** Only sends. */
    private static void produce(int count, Sender<Integer> numbers) {
        for (int number = 1; number <= count; number++) {
            numbers.send(number); // waits while the buffer is full
        }
    }

    /** Only receives. */
    private static int sum(Receiver<Integer> numbers) {
        int sum = 0;
        for (int number : numbers) { // until the channel is closed and empty
            sum += number;
        }
        return sum;
    }
    // end::sides[]
}
