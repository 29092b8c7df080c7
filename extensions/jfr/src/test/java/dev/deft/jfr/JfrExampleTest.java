package dev.deft.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import org.junit.jupiter.api.Test;

/** The example of the reference. */
class JfrExampleTest {
    @Test
    void theListenerIsAllThatIsNeeded() {
        // tag::listener[]
        Deft deft = Deft.builder().listener(new JfrListener()).build();
        // end::listener[]
        assertThat(deft.isObserved()).isTrue();
        deft.close();
    }
}
