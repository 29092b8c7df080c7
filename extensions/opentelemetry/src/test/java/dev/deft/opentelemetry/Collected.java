package dev.deft.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader of metrics collects now. */
final class Collected {
    private final Collection<MetricData> metrics;

    private Collected(Collection<MetricData> metrics) {
        this.metrics = metrics;
    }

    static Collected by(InMemoryMetricReader reader) {
        return new Collected(reader.collectAllMetrics());
    }

    Collection<MetricData> metrics() {
        return metrics;
    }

    Set<String> names() {
        return metrics.stream().map(MetricData::getName).collect(Collectors.toSet());
    }

    MetricData metric(String name) {
        List<MetricData> found =
                metrics.stream().filter(metric -> metric.getName().equals(name)).toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    /** The value of a counter or gauge with exactly these attributes, given as keys and values in turns. */
    double value(String name, String... attributes) {
        PointData point = point(name, attributes);
        return point instanceof LongPointData whole ? whole.getValue() : ((DoublePointData) point).getValue();
    }

    HistogramPointData histogram(String name, String... attributes) {
        return (HistogramPointData) point(name, attributes);
    }

    private PointData point(String name, String... attributes) {
        Attributes all = attributes(attributes);
        List<? extends PointData> points = metric(name).getData().getPoints().stream()
                .filter(point -> point.getAttributes().equals(all))
                .toList();
        assertThat(points).as("%s with %s in %s", name, all, metric(name)).hasSize(1);
        return points.getFirst();
    }

    private static Attributes attributes(String... keysAndValues) {
        AttributesBuilder attributes = Attributes.builder();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            attributes.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return attributes.build();
    }
}
