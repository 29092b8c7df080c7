package dev.deft.benchmarks.scale;

import dev.deft.Deft;
import java.util.Locale;
import java.util.Map;
import javax.management.JMException;

/**
 * Has a million tasks wait at once, ends them in several ways, uses a million keys, and fails if the heap still holds
 * anything of Deft's that it did not hold before.
 */
public final class Scale {
    private static final int TASKS = 1_000_000;
    private static final int FEW_TASKS = 1_000;

    private Scale() {}

    /**
     * Runs and prints.
     *
     * @param arguments how many tasks; a million if there is none
     */
    public static void main(String[] arguments) throws JMException, InterruptedException {
        int tasks = arguments.length == 0 ? TASKS : Integer.parseInt(arguments[0]);
        Deft deft = Deft.builder().build();
        waitAndEnd(deft, FEW_TASKS);
        callUnderKeys(deft, FEW_TASKS); // from here on the heap holds what Deft keeps for good
        Heap before = Heap.now();

        say("%,d tasks on a heap of at most %,d MB", tasks, Runtime.getRuntime().maxMemory() >> 20);
        waitAndEnd(deft, tasks);
        say("as many calls, each under the limit of another key, one after another");
        callUnderKeys(deft, tasks);
        Heap after = Heap.now();

        Map<String, Long> left = after.moreOfDeftThan(before);
        say("heap before %,d MB, afterwards %,d MB", before.bytes() >> 20, after.bytes() >> 20);
        say("objects of Deft's classes more than before: %s", left.isEmpty() ? "none" : left);
        System.exit(left.isEmpty() ? 0 : 1);
    }

    /** In a method of its own, so that nothing of the crowd is on the stack afterwards. */
    private static void waitAndEnd(Deft deft, int tasks) throws JMException, InterruptedException {
        try (Crowd crowd = new Crowd(deft)) {
            long begun = System.nanoTime();
            crowd.start(tasks);
            crowd.awaitAllWaiting();
            if (tasks > FEW_TASKS) {
                Heap heap = Heap.now();
                say("all wait after %.1f s", (System.nanoTime() - begun) / 1e9);
                say("heap %,d MB, %,d bytes a task", heap.bytes() >> 20, heap.bytes() / tasks);
            }
            long end = System.nanoTime();
            Map<?, Long> outcomes = crowd.end();
            if (tasks > FEW_TASKS) {
                say("all ended after %.1f s: %s", (System.nanoTime() - end) / 1e9, outcomes);
            }
        }
    }

    private static void callUnderKeys(Deft deft, int calls) {
        WorkTasks tasks = new WorkTasks(new Work(), deft);
        for (int key = 0; key < calls; key++) {
            tasks.underKey(key);
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
