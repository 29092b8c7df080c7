package dev.deft.micrometer;

import dev.deft.Deft;
import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import dev.deft.metrics.DeftMeter;
import dev.deft.metrics.MeteringListener;
import dev.deft.policy.Policy;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;

/**
 * Keeps meters of tasks, of what their policies know, and of pools in a registry of Micrometer. Thread-safe.
 *
 * <p>Which these are, {@link DeftMeter} says; Prometheus shows {@code deft.call.duration} as
 * {@code deft_call_duration_seconds_count} and so on. How many there are, and when they are registered, {@link MeteringListener}
 * says.
 */
public final class DeftMeters implements TaskListener {
    private final MeteringListener meters;

    /**
     * Meters in a registry; to be given to {@link dev.deft.Deft.Builder#listener}.
     *
     * @param registry where the meters are registered; usually one for each application
     */
    public DeftMeters(MeterRegistry registry) {
        this.meters = new MeteringListener(new RegistryMeters(Objects.requireNonNull(registry, "registry")));
    }

    @Override
    public void built(Deft deft) {
        meters.built(deft);
    }

    @Override
    public void added(Policy<?> policy) {
        meters.added(policy);
    }

    @Override
    public void on(TaskEvent event) {
        meters.on(event);
    }
}
