package dev.deft.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQueryTest {
    @Test
    void findsWhatIsAskedFor() {
        PromQuery query = PromQuery.of("""
                histogram_quantile(0.99, sum by (task, le) (rate(a_bucket{task=~"$task", outcome!="x|y"}[5m])))
                / on (pod) max_over_time(b[1m]) > -0.5 and c == 1""");
        assertThat(query.groupings()).containsExactlyInAnyOrder("task", "le", "pod");
        assertThat(query.selectors())
                .containsExactly(
                        new PromQuery.Selector(
                                "a_bucket",
                                List.of(
                                        new PromQuery.Condition("task", Set.of("$task")),
                                        new PromQuery.Condition("outcome", Set.of("x", "y")))),
                        new PromQuery.Selector("b", List.of()),
                        new PromQuery.Selector("c", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(a",
                "sum a)",
                "sum(a))",
                "summe(a)",
                "sum by task (a)",
                "sum by () (a)",
                "{task=\"x\"}",
                "a{task}",
                "a{task=x}",
                "a{task=\"x\"",
                "a ? b"
            })
    void refusesWhatPrometheusWould(String query) {
        assertThatThrownBy(() -> PromQuery.of(query)).isInstanceOf(IllegalArgumentException.class);
    }
}
