package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientTest {
    @Test
    void growsWhileLatencyIsLow() {
        Gradient gradient = new Gradient(1, 200, 20);
        gradient.sample(10, 20);
        assertThat(gradient.limit()).isEqualTo(20); // 20.8
        gradient.sample(10, 20);
        assertThat(gradient.limit()).isEqualTo(21); // 21.6
        for (int i = 0; i < 1_000; i++) {
            gradient.sample(10, gradient.limit());
        }
        assertThat(gradient.limit()).isEqualTo(200);
    }

    @Test
    void toleratesHalfAsLongAgain() {
        Gradient gradient = warm(100);
        int before = gradient.limit();
        gradient.sample(149, before);
        assertThat(gradient.limit()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void shrinksInProportionWhenLatencyRises() {
        Gradient gradient = new Gradient(1, 1_000, 100);
        for (int i = 0; i < 10; i++) {
            gradient.sample(100, 0); // not used: learns the latency, changes nothing
        }
        assertThat(gradient.limit()).isEqualTo(100);
        gradient.sample(200, 100);
        double average = 100 + 100 * 2.0 / 601;
        double expected = 100 * 0.8 + (100 * (1.5 * average / 200) + 4) * 0.2;
        assertThat(gradient.limit()).isEqualTo((int) expected);
        assertThat(gradient.average()).isCloseTo(average, within(1e-9));
    }

    @Test
    void shrinksByHalfAtMost() {
        Gradient gradient = new Gradient(1, 1_000, 100);
        for (int i = 0; i < 10; i++) {
            gradient.sample(100, 0);
        }
        gradient.sample(1_000_000, 100);
        assertThat(gradient.limit()).isEqualTo((int) (100 * 0.8 + (100 * 0.5 + 4) * 0.2));
    }

    @Test
    void aLimitThatIsNotHalfUsedStays() {
        Gradient gradient = warm(100);
        int before = gradient.limit();
        for (int i = 0; i < 100; i++) {
            gradient.sample(100, before / 2 - 1);
        }
        assertThat(gradient.limit()).isEqualTo(before);
        gradient.sample(10_000, before / 2 - 1);
        assertThat(gradient.limit()).isEqualTo(before);
    }

    @Test
    void comesBackSoonAfterALongOverload() {
        Gradient gradient = new Gradient(1, 200, 20);
        for (int i = 0; i < 3_000; i++) {
            gradient.sample(1_000, 20);
        }
        assertThat(gradient.average()).isCloseTo(1_000, within(1.0));
        int samples = 0;
        while (gradient.average() > 201) {
            gradient.sample(100, 20);
            samples++;
        }
        assertThat(samples).isLessThan(35); // by averaging alone it would take 660
    }

    @Test
    void anOverloadTakesATenthAndAtLeastOne() {
        Gradient gradient = new Gradient(1, 200, 20);
        gradient.overload();
        assertThat(gradient.limit()).isEqualTo(18);
        Gradient small = new Gradient(1, 200, 4);
        small.overload();
        assertThat(small.limit()).isEqualTo(3);
        for (int i = 0; i < 10; i++) {
            small.overload();
        }
        assertThat(small.limit()).isEqualTo(1);
    }

    @Test
    void staysWithinItsBounds() {
        Gradient gradient = new Gradient(5, 10, 7);
        for (int i = 0; i < 100; i++) {
            gradient.sample(10, 10);
        }
        assertThat(gradient.limit()).isEqualTo(10);
        for (int i = 0; i < 100; i++) {
            gradient.overload();
        }
        assertThat(gradient.limit()).isEqualTo(5);
        gradient.bounds(8, 9);
        assertThat(gradient.limit()).isEqualTo(8);
        gradient.bounds(1, 3);
        assertThat(gradient.limit()).isEqualTo(3);
    }

    @Test
    void aLatencyOfNothingIsHarmless() {
        Gradient gradient = new Gradient(1, 200, 20);
        for (int i = 0; i < 100; i++) {
            gradient.sample(0, 20);
        }
        assertThat(gradient.limit()).isGreaterThan(20);
    }

    /**
     * Something that serves so many at once and queues the rest: the limit settles near where the queue is the headroom,
     * as the published algorithm says, or the tolerance beyond it.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsWhatAServerBears(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int capacity = 30;
        Gradient gradient = new Gradient(1, 500, 20);
        int most = 0;
        for (int i = 0; i < 2_000; i++) {
            int inside = gradient.limit();
            double latency = 100 * Math.max(1.0, (double) inside / capacity) * (0.9 + random.nextDouble() * 0.2);
            gradient.sample(latency, inside);
            if (i < 300) {
                most = Math.max(most, gradient.limit());
            }
        }
        assertThat(most).isBetween(capacity, capacity * 3);
    }

    private static Gradient warm(double latency) {
        Gradient gradient = new Gradient(1, 200, 20);
        for (int i = 0; i < 20; i++) {
            gradient.sample(latency, 20);
        }
        return gradient;
    }
}
