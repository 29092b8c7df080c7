package dev.deft.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.metrics.DeftMeter;
import dev.deft.metrics.MeterTags;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** The example of the reference. */
class MetersExampleTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void theListenerIsAllThatIsNeeded() {
        // tag::listener[]
        Deft deft = Deft.builder().listener(new DeftMeters(registry)).build();
        // end::listener[]
        deft.start("hello", () -> {}).join();
        assertThat(registry.get(DeftMeter.CALLS.meterName())
                        .tag(MeterTags.OUTCOME, "succeeded")
                        .counter()
                        .count())
                .isEqualTo(1);
        deft.close();
    }
}
