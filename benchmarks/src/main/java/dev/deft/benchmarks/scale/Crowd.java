package dev.deft.benchmarks.scale;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tasks of all kinds that wait at once: a quarter at the gate, a quarter in line, half of them in a back-off. */
final class Crowd implements AutoCloseable {
    private static final int MILLIS_BETWEEN_LOOKS = 100;

    private final Work work = new Work();
    private final WorkTasks wrapper;
    private final TaskContext.Cancellable context = TaskContext.current().withCancel();

    private final List<Task<Void>> atTheGate = new ArrayList<>();
    private final List<Task<Void>> inLine = new ArrayList<>();
    private final List<Task<Void>> inBackOff = new ArrayList<>();

    /** Those in a back-off that were started in a context, to be cancelled with it. */
    private final List<Task<Void>> inContext = new ArrayList<>();

    Crowd(Deft deft) {
        this.wrapper = new WorkTasks(work, deft);
    }

    /** Starts so many tasks, a multiple of four. */
    void start(int tasks) {
        for (int i = 0; i < tasks; i += 4) {
            atTheGate.add(wrapper.atTheGate());
            inLine.add(wrapper.inLine());
            inBackOff.add(wrapper.inBackOff());
            inContext.add(context.call(wrapper::inBackOff));
        }
    }

    /** Returns when every single one waits. */
    void awaitAllWaiting() throws InterruptedException {
        while (work.countAtTheGate() < atTheGate.size()
                || waiting(inLine) < inLine.size() - 1 // one is through, and waits at the gate
                || waiting(inBackOff) < inBackOff.size()
                || waiting(inContext) < inContext.size()) {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    private static long waiting(List<Task<Void>> tasks) {
        return tasks.stream()
                .filter(task -> task.status() == TaskStatus.WAITING)
                .count();
    }

    /** Ends them, some by success and some by cancellation, and says how many in which way, when all have ended. */
    Map<TaskStatus, Long> end() {
        for (int i = 0; i < inLine.size(); i += 2) {
            inLine.get(i).cancel(true);
        }
        inBackOff.forEach(task -> task.cancel(true));
        context.cancel();
        work.openTheGate();

        Map<TaskStatus, Long> outcomes = new EnumMap<>(TaskStatus.class);
        Stream.of(atTheGate, inLine, inBackOff, inContext)
                .flatMap(List::stream)
                .map(Crowd::ended)
                .forEach(outcome -> outcomes.merge(outcome, 1L, Long::sum));
        return outcomes;
    }

    private static TaskStatus ended(Task<Void> task) {
        task.terminated().join();
        TaskStatus status = task.status();
        if (status != TaskStatus.SUCCEEDED && status != TaskStatus.CANCELLED) {
            throw new IllegalStateException(task.name() + " ended as " + status, task.failure());
        }
        return status;
    }

    @Override
    public void close() {
        context.close();
    }
}
