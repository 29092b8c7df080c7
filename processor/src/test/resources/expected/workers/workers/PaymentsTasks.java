package workers;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.channel.Receiver;
import dev.deft.channel.Sender;
import dev.deft.channel.Workers;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Payments} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Payments}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class PaymentsTasks implements Payments {
    private static final TaskName PAY = TaskName.of("workers.Payments", "pay", "String");

    private final Payments target;
    private final Deft deft;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    PaymentsTasks(Payments target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static PaymentsTasks of(Payments target) {
        return new PaymentsTasks(target, Deft.global());
    }

    /** Calls {@link Payments#pay(String)}. */
    @Override
    public String pay(String order) {
        return Deft.hasListeners(deft) ? payObserved(order) : target.pay(order);
    }

    /**
     * Starts 2 loops that call {@link #pay} with each item of {@code source}, until that is closed and empty.
     *
     * <p>{@code @Worker(2)}
     */
    public Task<Void> payWorkers(Receiver<? extends String> source) {
        return Workers.of(2, source)
                .start(deft, TaskName.of("workers.Payments", "payWorkers"), order -> pay(order));
    }

    /**
     * Starts 2 loops that call {@link #pay} with each item of {@code source}, until that is closed and empty, and send
     * the results to {@code sink}, which is closed in the end.
     *
     * <p>{@code @Worker(2)}
     */
    public Task<Void> payWorkers(Receiver<? extends String> source, Sender<? super String> sink) {
        return Workers.of(2, source)
                .start(deft, TaskName.of("workers.Payments", "payWorkers"), order -> pay(order), sink);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String payObserved(String order) {
        Call call = deft.begin(PAY);
        String result;
        try {
            result = target.pay(order);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }
}
