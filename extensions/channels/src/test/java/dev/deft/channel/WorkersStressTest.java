package dev.deft.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskName;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/**
 * Workers that are cancelled at any moment, or run to the end; then the books: each item that was sent is still in the
 * source, or its result was received, or its failure was told, and just one of these.
 */
@Timeout(120)
class WorkersStressTest {
    private static final TaskName NAME = TaskName.of("shop.Pages", "fetchWorkers");

    private final Books sent = new Books();
    private final Books left = new Books();
    private final Books received = new Books();
    private final Books failed = new Books();

    @RepeatedTest(60)
    void nothingThatWasTakenIsLost(RepetitionInfo repetition) throws InterruptedException {
        Random random = new Random(repetition.getCurrentRepetition());
        Channel<Integer> source = Channel.buffered(random.nextInt(3));
        Channel<Integer> sink = Channel.buffered(random.nextInt(3));
        boolean toTheEnd = random.nextInt(4) == 0;
        try (Deft deft = Deft.builder().build()) {
            Task<Void> producer = deft.start("produce", () -> {
                for (int item = 0; item < 500; item++) {
                    source.send(item);
                    sent.enter(item);
                }
                source.close();
            });
            Task<Void> workers = Workers.of(1 + random.nextInt(4), source)
                    .onFailure((item, failure) -> failed.enter(item))
                    .start(deft, NAME, item -> item % 7 == 0 ? fail() : item, sink);
            Task<Void> consumer = deft.start("consume", () -> sink.forEach(received::enter));
            if (!toTheEnd) {
                int enough = random.nextInt(400);
                while (received.size() < enough && !workers.isDone()) {
                    Thread.onSpinWait();
                }
                workers.cancel(random.nextBoolean());
                workers.terminated().join();
                producer.cancel(false);
                producer.terminated().join();
                if (!producer.isCancelled()) {
                    source.forEach(left::enter);
                } else {
                    while (source.size() > 0) {
                        left.enter(source.receive());
                    }
                }
            }
            consumer.join(); // the sink is closed in any case
            workers.terminated().join();
        }

        BitSet known = left.items();
        known.or(received.items());
        known.or(failed.items());
        assertThat(known).isEqualTo(sent.items());
        assertThat(left.size() + received.size() + failed.size()).isEqualTo(sent.size());
        assertThat(left.duplicates() + received.duplicates() + failed.duplicates())
                .isZero();
        if (toTheEnd) {
            assertThat(known.cardinality()).isEqualTo(500);
        }
    }

    private static int fail() {
        throw new IllegalStateException("a multiple of seven");
    }
}
