package dev.deft.testing;

import dev.deft.Deft;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** What one test is given, and the check at its end. */
final class Fixture {
    private final VirtualTime time;
    private final long seed;
    private final Recording recording = new Recording();
    private final Deft deft;

    Fixture(UnaryOperator<Deft.Builder> settings, VirtualTime time, long seed) {
        this.time = time;
        this.seed = seed;
        this.deft = settings.apply(Deft.builder()
                        .time(time)
                        .random(random())
                        .listener(recording)
                        .closeTimeout(Duration.ZERO))
                .build();
    }

    Deft deft() {
        return deft;
    }

    VirtualTime time() {
        return time;
    }

    Recording recording() {
        return recording;
    }

    long seed() {
        return seed;
    }

    /** A generator that is safe for use by any number of threads, each time from the start. */
    RandomGenerator random() {
        return new Random(seed);
    }

    /** Fails if anything is left, and leaves nothing. */
    void end() {
        List<String> leftovers = Leftovers.of(deft, time);
        deft.close();
        if (!leftovers.isEmpty()) {
            throw new AssertionError("The test left behind:\n  " + String.join("\n  ", leftovers));
        }
    }
}
