package dev.deft.processor.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.TaskName;
import dev.deft.policy.DeadlinePolicy;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations in settings are read by the same rules as those in annotations. */
class DurationsInSettingsTest {
    private final DeadlinePolicy deadline =
            Deft.builder().build().policies().deadline(TaskName.named("any"), Duration.ofSeconds(42));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "00",
                "1ns",
                "100ms",
                "2s",
                "1m30s",
                "1.5s",
                " 1h  30m ",
                "1d2h3m4s5ms6us7ns",
                "0.25ms",
                "PT2S",
                "pt1m",
                "P1DT12H",
                "PT0.5S",
                "+PT1S",
                "106751d",
                "",
                " ",
                "5",
                "1.5",
                "-1s",
                "-5",
                "-x",
                "1s1m",
                "1s1s",
                "1sec",
                "1 fortnight",
                "ms",
                "1ms5",
                "0.5ns",
                "1.0000000001s",
                "PT",
                "P",
                "PT-1S",
                "-PT1S",
                "PT1",
                "106752d",
                "PT9999999999H",
                "soon",
                "1s;"
            })
    void areReadAlike(String text) {
        if (Durations.parse(text) instanceof Durations.Good good) {
            deadline.set("value", text);
            assertThat(deadline.duration()).isEqualTo(good.duration());
        } else {
            assertThatThrownBy(() -> deadline.set("value", text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is no duration");
        }
    }
}
