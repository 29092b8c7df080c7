package dev.deft.testing;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskStatus;
import dev.deft.time.VirtualTime;
import java.util.ArrayList;
import java.util.List;

/** What a test has left behind, in words. */
final class Leftovers {
    /** How long a task that neither waits nor is done may take to end. */
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    private Leftovers() {}

    /** Looks, and takes the interrupt away. */
    static List<String> of(Deft deft, VirtualTime time) {
        List<String> leftovers = new ArrayList<>();
        if (Thread.interrupted()) {
            leftovers.add("an interrupt of the test's thread, "
                    + Thread.currentThread().getName());
        }
        for (Task<?> task : tasks(deft)) {
            leftovers.add("the task " + task.name() + ", " + task.id() + ", " + state(task));
        }
        for (String held : Holdings.of(deft.policies())) {
            leftovers.add("not given back: " + held);
        }
        for (String due : time.agenda()) {
            leftovers.add("on the agenda: " + due);
        }
        return leftovers;
    }

    private static String state(Task<?> task) {
        return task.isDone() ? "whose body goes on though it is " + task.status() : "which is " + task.status();
    }

    /**
     * The tasks that run, after those had time to end that are about to. This thread stays busy meanwhile: if it slept,
     * virtual time would move on, and with it what is to be found here.
     */
    @SuppressWarnings("ThreadPriorityCheck")
    private static List<Task<?>> tasks(Deft deft) {
        long begun = System.nanoTime();
        for (; ; ) {
            List<Task<?>> running = deft.runningTasks();
            if (running.stream().allMatch(task -> task.status() == TaskStatus.WAITING)
                    || System.nanoTime() - begun > PATIENCE_NANOS) {
                return running;
            }
            Thread.yield();
        }
    }
}
