package dev.deft.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import org.junit.jupiter.api.Test;

@DeftTest
class RecordingTest {
    @Test
    void theOnlyCallIsThatOfItsName(Deft deft, Recording recording) {
        deft.start("charge", () -> {}).join();
        deft.start("other", () -> {}).join();
        assertThat(recording.call("charge").name()).hasToString("charge");
    }

    @Test
    void whoAsksForTheOnlyOneOfSeveralIsToldWhereTheyAre(Deft deft, Recording recording) {
        deft.start("charge", () -> {}).join();
        deft.start("charge", () -> {}).join();
        assertThatThrownBy(() -> recording.call("charge"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "There were 2 calls of charge, not one; calls(\"charge\") gives them in the order in which they began");
        assertThat(recording.calls("charge")).hasSize(2);
    }

    @Test
    void whoAsksForACallThatWasNotIsToldWhichWere(Deft deft, Recording recording) {
        deft.start("charge", () -> {}).join();
        assertThatThrownBy(() -> recording.call("refund"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("There was no call of refund; recorded are [charge]");
    }
}
