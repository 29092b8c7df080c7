package dev.deft.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.SettingsException;
import dev.deft.policy.SettingsSource;
import dev.deft.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings as a program reads them when it starts. */
class SettingsExampleTest {
    // tag::sources[]
    static Deft start(Path file) {
        return Deft.builder()
                .settings(SettingsSource.file(file))
                .settings(SettingsSource.environment())
                .settings(SettingsSource.systemProperties())
                .build();
    }
    // end::sources[]

    @Test
    void readsSettingsWhenItStarts(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("tonight.properties"), """
                deft.TicketOffice.sell.retry.attempts = 6
                deft.BoxOffice.sell.retry.attempts = 6
                deft.TicketOffice.Till.pay.retry.attempts = 3
                """);
        try (Deft deft = start(file)) {
            assertThat(new TicketOfficeTasks(new TicketOffice(server()), deft)).isNotNull();
            assertThat(new TicketOffice_TillTasks(new TicketOffice.Till(server()), deft))
                    .isNotNull();

            assertThat(deft.policies().of("TicketOffice.sell"))
                    .singleElement()
                    .satisfies(
                            policy -> assertThat(policy.settings().attributes()).containsEntry("attempts", "6"));
            assertThat(deft.policies().of("TicketOffice.Till.pay"))
                    .singleElement()
                    .satisfies(
                            policy -> assertThat(policy.settings().attributes()).containsEntry("attempts", "1"));

            // tag::unused[]
            List<String> meantForNobody = deft.policies().unusedSettings();
            // end::unused[]
            assertThat(meantForNobody).containsExactly("deft.BoxOffice.sell.retry.attempts");
            assertThat(deft.policies().ignoredSettings()).containsExactly("deft.TicketOffice.Till.pay.retry.attempts");
        }
    }

    @Test
    void aMethodThatIsNotThereIsToldWhenTheWrapperIsMade() {
        try (Deft deft = Deft.builder()
                .settings(Map.of("deft.TicketOffice.sel.retry.attempts", "6"))
                .build()) {
            assertThatThrownBy(() -> new TicketOfficeTasks(new TicketOffice(server()), deft))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("has no method sel under a policy, did you mean sell?");
        }
    }

    private static Server server() {
        return new Server(new Journal(TimeSource.system(), System.out));
    }
}
