package dev.deft.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
    @ParameterizedTest
    @CsvSource({
        "queued, queued, 0",
        "queued, Queued, 1",
        "qeued, queued, 1",
        "qeuued, queued, 1",
        "queue, queued, 1",
        "a, xyz, 3",
        "'', abc, 3"
    })
    void counts(String from, String to, int steps) {
        assertThat(NearMiss.distance(from, to)).isEqualTo(steps);
        assertThat(NearMiss.distance(to, from)).isEqualTo(steps);
    }

    @Test
    void offersTheClosest() {
        assertThat(NearMiss.of("qeued", List.of("unlock", "queue", "queued"))).contains("queued");
        assertThat(NearMiss.hint("qeued", List.of("queued"))).isEqualTo("; perhaps you mean queued");
    }

    @Test
    void offersNothingFarAway() {
        assertThat(NearMiss.of("queued", List.of("charge", "close"))).isEmpty();
        assertThat(NearMiss.hint("queued", List.of())).isEmpty();
    }

    @Test
    void letsTheAlphabetDecideBetweenEquals() {
        assertThat(NearMiss.of("cat", List.of("hat", "bat"))).contains("bat");
        assertThat(NearMiss.of("cat", List.of("bat", "hat"))).contains("bat");
    }
}
