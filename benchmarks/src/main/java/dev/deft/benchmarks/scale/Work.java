package dev.deft.benchmarks.scale;

import dev.deft.annotation.Async;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/** Tasks that wait, in their body, for a permit or for their next attempt; and calls that need not. */
public class Work {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final LongAdder atTheGate = new LongAdder();
    private final LongAdder keyed = new LongAdder();

    /** Waits in its body until the gate opens. */
    @Async
    @Timeout("1h")
    void atTheGate() throws InterruptedException {
        atTheGate.increment();
        gate.await();
    }

    /** One goes through at a time: the first waits at the gate, the others for it. */
    @Async
    @Limit(1)
    void inLine() throws InterruptedException {
        gate.await();
    }

    /** Fails, and waits an hour to try again. */
    @Async
    @Deadline("2h")
    @Retry(attempts = 2, delay = "1h", maxDelay = "1h")
    void inBackOff() throws IOException {
        throw new Unavailable();
    }

    /** Waits for nothing, under a limit of the key's own. */
    @Limit(value = 1, key = "key")
    void underKey(Integer key) {
        keyed.add(key);
    }

    /** Lets those at the gate go on. */
    void openTheGate() {
        gate.countDown();
    }

    /** How many stand at the gate. */
    long countAtTheGate() {
        return atTheGate.sum();
    }

    /** Without a stack trace: its size would be the body's, and not Deft's. */
    private static final class Unavailable extends IOException {
        private static final long serialVersionUID = 1L;

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
