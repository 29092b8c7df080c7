package dev.deft.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneWaySwitchTest {
    private static final OneWaySwitch UNUSED = new OneWaySwitch();
    private static final OneWaySwitch USED = new OneWaySwitch();

    /** Often enough for the answer to be compiled in. */
    private static final int MANY = 50_000;

    @Test
    void isOffUntilItIsTurnedOn() {
        assertThat(asked(UNUSED)).isZero();
    }

    @Test
    void staysOnWhereItsAnswerWasCompiledIn() throws InterruptedException {
        int before = asked(USED);

        USED.turnOn();
        USED.turnOn();

        assertThat(before).isZero();
        assertThat(asked(USED)).isEqualTo(MANY);
        int[] elsewhere = new int[1];
        Thread.ofPlatform().start(() -> elsewhere[0] = asked(USED)).join();
        assertThat(elsewhere[0]).isEqualTo(MANY);
    }

    private static int asked(OneWaySwitch one) {
        int on = 0;
        for (int i = 0; i < MANY; i++) {
            if (one.isOn()) {
                on++;
            }
        }
        return on;
    }
}
