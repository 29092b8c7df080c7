package dev.deft.samples.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.samples.gateway.demo.Load.Answer;
import dev.deft.samples.gateway.demo.Load.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final List<Answer> ANSWERS = List.of(
            answer("greedy", 200, "4.99", 10),
            answer("greedy", 429, "too much", 1),
            answer("greedy", 200, "on request", 30),
            answer("modest", 200, "4.99", 20));

    @Test
    void countsAnswersByWhatTheySay() {
        assertThat(String.join("\n", Row.HEADER, Row.of("a phase", ANSWERS, 7, 8), Row.of("greedy", ANSWERS)))
                .isEqualTo("""
                                                 requests   200 no price   429  median slowest descriptions prices
                a phase                                 4     3        1     1   10 ms   30 ms            7      8
                  the tenant greedy                     3     2        1     1   10 ms   30 ms""");
    }

    private static Answer answer(String tenant, int status, String body, int millis) {
        return new Answer(new Request(tenant, "tea"), status, body, Duration.ofMillis(millis));
    }
}
