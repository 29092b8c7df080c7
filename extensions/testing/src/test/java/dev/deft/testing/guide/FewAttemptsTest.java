package dev.deft.testing.guide;

import static dev.deft.testing.DeftAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.testing.DeftExtension;
import dev.deft.testing.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An example of the guide to tests: a runtime with settings of its own. */
// tag::settings[]
class FewAttemptsTest {
    @RegisterExtension
    static final DeftExtension DEFT =
            new DeftExtension(builder -> builder.settings(Map.of("deft.Shipping.whereIs.retry.attempts", "1")));

    @Test
    void asksOnlyOnce(Deft deft, Recording recording) throws Exception {
        Shipping shipping = new Shipping(order -> "parcel of " + order);

        assertThat(new ShippingTasks(shipping, deft).whereIs("p-7")).isEqualTo("on its way");
        assertThat(recording.call("Shipping.whereIs")).hasAttempts(1);
    }
}
// end::settings[]
