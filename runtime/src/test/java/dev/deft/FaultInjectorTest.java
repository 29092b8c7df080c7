package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultInjectorTest {
    private static final TaskName CHARGE = TaskName.of("shop.Bank", "charge");

    @Test
    void isToldWhatIsCalled() {
        List<TaskName> told = new ArrayList<>();
        try (Deft deft = Deft.builder().faults(told::add).build()) {
            Deft.injectFaults(deft, CHARGE);
        }
        assertThat(told).containsExactly(CHARGE);
    }

    @Test
    void throwsWhatTheInjectorThrows() {
        IOException fault = new IOException("no answer");
        try (Deft deft = Deft.builder()
                .faults(task -> {
                    throw fault;
                })
                .build()) {
            assertThatThrownBy(() -> Deft.injectFaults(deft, CHARGE)).isSameAs(fault);
        }
    }

    @Test
    void knowsTheAttemptsOfEveryCall() {
        try (Deft deft = Deft.builder().faults(task -> {}).build()) {
            assertThat(deft.isObserved()).isTrue();
            assertThat(Deft.hasListeners(deft)).isTrue();
        }
    }

    @Test
    void leavesOtherRuntimesAlone() {
        try (Deft faulty = Deft.builder()
                        .faults(task -> {
                            throw new IllegalStateException();
                        })
                        .build();
                Deft sound = Deft.builder().build()) {
            assertThatThrownBy(() -> Deft.injectFaults(faulty, CHARGE)).isInstanceOf(IllegalStateException.class);
            assertThatCode(() -> Deft.injectFaults(sound, CHARGE)).doesNotThrowAnyException();
            assertThat(sound.isObserved()).isFalse();
        }
    }
}
