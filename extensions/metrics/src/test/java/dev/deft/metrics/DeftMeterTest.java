package dev.deft.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vocabulary, which dashboards and alerts are built on. */
class DeftMeterTest {
    private static final Path REFERENCE = Path.of("../../docs/reference/metrics.md");

    private static Stream<DeftMeter> all() {
        return Stream.of(DeftMeter.values());
    }

    @Test
    void everyNameIsOneOfDeftsAndThereOnce() {
        assertThat(all().map(DeftMeter::meterName))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("deft(\\.[a-z]+)+"));
    }

    @Test
    void whatMeasuresTimeDoesItInSecondsAndNothingElseDoes() {
        assertThat(all()).allSatisfy(meter -> {
            boolean measuresTime = meter.kind() == DeftMeter.Kind.TIMER || meter.kind() == DeftMeter.Kind.HISTOGRAM;
            assertThat(meter.unit().equals("s")).as(meter.meterName()).isEqualTo(measuresTime);
            assertThat(meter.unit()).matches("[a-z]*");
        });
    }

    @Test
    void descriptionsAreAFewWords() {
        assertThat(all().map(DeftMeter::description))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[A-Z0-9][^.]{5,70}"));
    }

    @Test
    void boundsRise() {
        List<Duration> bounds = MeterRegistrar.BOUNDS;
        assertThat(bounds).isSorted().doesNotHaveDuplicates();
        assertThat(bounds.getFirst()).isPositive();
    }

    /** The page of the reference lists all meters, and no others. */
    @Test
    void theReferenceListsThem() throws IOException {
        List<String> documented = Files.readAllLines(REFERENCE).stream()
                .filter(line -> line.startsWith("| `deft."))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        all().map(DeftMeter::meterName).toList());
    }
}
