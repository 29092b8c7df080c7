package dev.deft.testing;

import dev.deft.Deft;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What one test is given, and the check at its end. */
final class Fixture {
    private final VirtualTime time;
    private final long seed;
    private final Recording recording = new Recording();
    private final Faults faults;
    private final Deft deft;

    Fixture(UnaryOperator<Deft.Builder> settings, VirtualTime time, long seed) {
        this.time = time;
        this.seed = seed;
        this.faults = new Faults(seed);
        faults.switchOn();
        this.deft = settings.apply(Deft.builder()
                        .time(time)
                        .random(random())
                        .listener(recording)
                        .faults(faults)
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

    Faults faults() {
        return faults;
    }

    long seed() {
        return seed;
    }

    /** A generator that is safe for use by any number of threads, each time from the start. */
    RandomGenerator random() {
        return new Random(seed);
    }

    /** Fails if anything is left or a fault was said for nothing, and leaves nothing. */
    void end() {
        List<String> leftovers = Leftovers.of(deft, time);
        deft.close();
        List<String> wrong = new ArrayList<>();
        if (!leftovers.isEmpty()) {
            wrong.add("The test left behind:\n  " + String.join("\n  ", leftovers));
        }
        List<String> missed = faults.missed();
        if (!missed.isEmpty()) {
            wrong.add("No attempt came by the faults in:\n  " + String.join("\n  ", missed) + "\n" + calls(missed));
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    /** What was called, and what may be wrong if a task was called and its faults have not happened. */
    private String calls(List<String> missed) {
        List<TaskName> tasks =
                recording.calls().stream().map(RecordedCall::name).distinct().toList();
        if (tasks.isEmpty()) {
            return "Nothing was called.";
        }
        boolean unasked = tasks.stream()
                .anyMatch(task -> missed.stream().anyMatch(name -> Names.fits(task, name)) && !faults.wasAskedBy(task));
        return "Called were:\n  "
                + tasks.stream().map(TaskName::qualified).collect(Collectors.joining("\n  "))
                + (unasked ? "\nWrappers ask for faults if they were compiled with -Adeft.faults." : "");
    }
}
