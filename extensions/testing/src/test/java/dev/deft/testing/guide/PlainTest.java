package dev.deft.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An example of the guide to tests: virtual time without the extension. */
class PlainTest {
    // tag::plain[]
    @Test
    void aMinuteOfRetriesTakesNoTime() throws Exception {
        VirtualTime time = new VirtualTime();
        try (Deft deft = Deft.builder().time(time).build()) {
            Shipping shipping = new Shipping(order -> "parcel of " + order);

            assertThat(new ShippingTasks(shipping, deft).whereIs("p-7")).isEqualTo("on its way");

            assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(2));
        }
        assertThat(time.agenda()).isEmpty();
    }
    // end::plain[]
}
